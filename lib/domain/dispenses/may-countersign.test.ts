import { expect, test } from 'vitest';
import type { Json } from '#lib/domain/base/json/json';
import type { Row } from '#lib/domain/ledger/fold';
import { countersignStanding, refusedCountersign } from './may-countersign.ts';

const noon = '2026-01-05T12:00:00.000Z';
const row = (set: Readonly<Record<string, Json>>, at: Readonly<Record<string, string>> = {}): Row =>
  Object.fromEntries(Object.entries(set).map(([name, v]) => [name, { v, at: at[name] ?? noon, r: 0, t: '', by: 1 }]));

const two = { schedule: 'II', dispensedAt: noon };
const paz = 'medication:usr_paz';
const ivan = { userId: 'usr_ivan', senderIds: ['medication:usr_9'] };

test.each<[why: string, dispense: Record<string, Json>, refusal: string | null]>([
  ['nothing controlled', {}, 'not-controlled'],
  ['another dispensed it', { ...two, pharmacistId: paz }, null],
  ['who dispensed it is not supplied', two, null],
  ['he dispensed it, under a linked id', { ...two, pharmacistId: 'medication:usr_9' }, 'own'],
  ['he dispensed it, under the id of his account', { ...two, pharmacistId: 'medication:usr_ivan' }, 'own'],
  ['the dispenser signed for himself', { ...two, pharmacistId: paz, counterSignId: paz }, null],
  ['another signed at the sender', { ...two, pharmacistId: paz, counterSignId: 'medication:usr_1' }, 'countersigned'],
  ['he signed it here before', { ...two, pharmacistId: paz, countersignedBy: 'usr_ivan' }, 'countersigned'],
  ['schedule V, where none is wanted', { schedule: 'V', pharmacistId: paz }, null],
])('who may countersign: %s', (_, dispense, refusal) => {
  expect(refusedCountersign(row(dispense), ivan)).toBe(refusal);
});

test('a countersignature becomes the dispenser’s own when the dispenser’s name comes late, and another person may then sign', () => {
  const late = row({
    ...two,
    countersignedBy: 'usr_ivan',
    countersignedIds: ['medication:usr_9'],
    pharmacistId: 'medication:usr_9',
  });
  expect(countersignStanding(late, 24, noon)?.state).toBe('self');
  expect(refusedCountersign(late, { userId: 'usr_marta', senderIds: [] })).toBeNull();
});

test.each<[state: string, late: boolean, hours: number, signedAt: string | null]>([
  ['missing', false, 23, null],
  ['missing', true, 25, null],
  ['done', false, 48, '2026-01-06T11:00:00.000Z'],
  ['done', true, 48, '2026-01-06T13:00:00.000Z'],
])('%s and late=%s, %i hours after', (state, late, hours, signedAt) => {
  const signed = signedAt === null ? {} : { countersignedBy: 'usr_ivan' };
  const dispense = row({ ...two, ...signed }, signedAt === null ? {} : { countersignedBy: signedAt });
  const now = new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
  expect(countersignStanding(dispense, 24, now)).toEqual({ state, late });
});
