import { expect, test } from 'vitest';
import { noEmailReason } from './may-resend.ts';

const standing = {
  id: 'osigu:rx1',
  code: 'RX-2026-1',
  state: 'issued',
  expirationDate: null,
  today: '2026-12-01',
};

test.each(['issued', 'queued', 'in_progress', 'part_dispensed', 'unknown'])(
  'a patient is emailed about a prescription that is %s, with its code',
  (state) => {
    expect(noEmailReason({ ...standing, state })).toBeNull();
    expect(noEmailReason({ ...standing, state, expirationDate: '2026-12-01' })).toBeNull();
  },
);

test.each([
  ['draft', 'draft'],
  ['on_hold', 'on-hold'],
  ['dispensed', 'dispensed'],
  ['canceled', 'canceled'],
  ['discontinued', 'discontinued'],
  ['expired', 'expired'],
])('nobody is asked to pick up one that is %s', (state, why) => {
  expect(noEmailReason({ ...standing, state })).toBe(why);
  expect(noEmailReason({ ...standing, state, id: 'photon:rx1', code: null })).toBe(why);
});

test('a prescription is over on the day after its last one', () => {
  expect(noEmailReason({ ...standing, expirationDate: '2026-11-30' })).toBe('expired');
});

test.each(['photon:rx1', 'medication:rx1'])('%s has no code that a pharmacy knows, whatever else it has', (id) => {
  expect(noEmailReason({ ...standing, id, code: null })).toBe('no-code');
  expect(noEmailReason({ ...standing, id })).toBe('no-code');
});

test('a code that was not supplied yet is not replaced by another', () => {
  expect(noEmailReason({ ...standing, code: null, state: 'unknown' })).toBe('code-not-known');
});
