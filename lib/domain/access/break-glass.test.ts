import { expect, test } from 'vitest';
import { breakGlassStateOf, isUnderBreakGlass } from './break-glass.ts';

const glass = { patientIds: ['osigu:pat_1', 'dir:7'], prescriptionIds: ['photon:rx_9'] };

test.each([
  [{ patientId: 'osigu:pat_1' }, true],
  [{ patientId: 'dir:7', prescriptionId: 'osigu:rx_1' }, true],
  [{ patientId: 'osigu:pat_2', prescriptionId: 'osigu:rx_1' }, false],
  [{ patientId: 'photon:pat_1' }, false],
  [{ patientId: null }, false],
  [{ patientId: null, prescriptionId: 'photon:rx_9' }, true],
  [{ patientId: null, prescriptionId: 'photon:rx_8' }, false],
])('%j is covered by the grant: %s', (record, is) => {
  expect(isUnderBreakGlass(glass, record)).toBe(is);
});

test('an empty grant covers nothing', () => {
  expect(isUnderBreakGlass({ patientIds: [], prescriptionIds: [] }, { patientId: '', prescriptionId: '' })).toBe(false);
});

const at = (hours: number) => new Date(Date.UTC(2026, 10, 20, 8) + hours * 3_600_000);
const times = { expiresAt: at(3), endedAt: null, reviewedAt: null };

test.each([
  [times, 0, 'open'],
  [times, 2.99, 'open'],
  [times, 3, 'to-review'],
  [{ ...times, endedAt: at(1) }, 1, 'to-review'],
  [{ ...times, endedAt: at(1), reviewedAt: at(2) }, 2, 'reviewed'],
])('%j is expired after %s h: %s', (given, hours, state) => {
  expect(breakGlassStateOf(given, at(hours))).toBe(state);
});
