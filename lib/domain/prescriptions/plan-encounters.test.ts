import { expect, test } from 'vitest';
import { actionsOf } from '#lib/domain/directories/import-plan';
import type { Row } from '#lib/domain/ledger/fold';
import { type EncounterFileRow, planEncounters } from './plan-encounters.ts';

const registers = (encounterId?: string): Row =>
  encounterId === undefined
    ? {}
    : { encounterId: { v: encounterId, at: '2026-11-20T10:00:00.000Z', r: 0, t: '', by: 1 } };

const known = new Map([
  ['RX-1', new Map([['osigu:rx_1', registers()]])],
  ['rx_2', new Map([['osigu:rx_2', registers('ENC-2')]])],
  [
    'RX-both',
    new Map([
      ['osigu:rx_3', registers()],
      ['photon:rx_3', registers()],
    ]),
  ],
]);

const row = (line: number, prescription?: string, encounter?: string): EncounterFileRow => ({
  line,
  cells: {
    ...(prescription === undefined ? {} : { prescription }),
    ...(encounter === undefined ? {} : { encounter_id: encounter }),
  },
});
const plan = (...rows: readonly EncounterFileRow[]) => planEncounters(rows)(rows, known);

test.each([
  ['a code', row(2, 'RX-1', 'ENC-1'), 'new'],
  ['the same visit', row(2, 'rx_2', 'ENC-2'), 'unchanged'],
  ['another visit', row(2, 'rx_2', 'ENC-9'), 'changed'],
  ['a name that two systems use', row(2, 'RX-both', 'ENC-1'), 'conflicting'],
  ['a name that none uses', row(2, 'RX-none', 'ENC-1'), 'wrong'],
  ['no visit', row(2, 'RX-1'), 'wrong'],
  ['no prescription', row(2, undefined, 'ENC-1'), 'wrong'],
  ['a visit without end', row(2, 'RX-1', 'x'.repeat(201)), 'wrong'],
])('%s: %j is %s', (_, asked, outcome) => {
  expect(plan(asked)[0]?.outcome).toBe(outcome);
});

test('each differing row gives one action, with the value that was there before', () => {
  const [changed] = plan(row(2, 'rx_2', 'ENC-9'));
  expect(changed).toMatchObject({ changes: [{ field: 'encounter', before: 'ENC-2', after: 'ENC-9' }] });
  expect(changed && actionsOf(changed)).toEqual([
    { type: 'scriptline.encounter.linked', data: { prescriptionId: 'osigu:rx_2', encounterId: 'ENC-9' } },
  ]);
});

test('a prescription that two rows name is named with the first line', () => {
  const [first, second] = plan(row(2, 'RX-1', 'ENC-1'), row(3, 'RX-1', 'ENC-2'));
  expect(first?.outcome).toBe('new');
  expect(second).toMatchObject({ outcome: 'wrong', faults: [{ why: 'twice', line: 2 }] });
});
