import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { interpretEvent } from './catalog.ts';
import type { Received } from './received.ts';

const received = (wireType: string, data: JsonObject | null, also: Partial<Received> = {}): Received => ({
  wireType,
  messageId: 'evt_1',
  digest: 'd1',
  occurredAt: '2026-11-03T09:00:00.000Z',
  receivedAt: '2026-11-03T09:00:01.000Z',
  actorId: null,
  data,
  own: false,
  ...also,
});
const rejection = (event: Received) => {
  const interpretation = interpretEvent(event);
  return interpretation.outcome === 'quarantined' ? interpretation.rejection : interpretation.outcome;
};

test('an unknown type is ignored and kept two years', () => {
  expect(interpretEvent(received('lab.result.v1', {}))).toEqual({
    outcome: 'ignored',
    type: 'lab.result.v1',
    keep: '2y',
    reason: 'unknown-type',
  });
});

test.each([
  ['scriptline.resend.requested', false],
  ['scriptline.not.known', false],
  ['medication.prescription.signed.v1', true],
])('%s is not believed from a source that is ours: %s', (type, own) => {
  expect(rejection(received(type, { prescriptionId: 'rx_1' }, { own }))).toMatchObject({
    cause: 'invalid-payload',
    paths: [expect.stringMatching(/^type: /)],
  });
});

test.each<[string, JsonObject | null, string[]]>([
  ['no data at all', null, ['data: expected object, got nothing']],
  ['a missing id', {}, ['data.prescriptionId: expected a value, got nothing']],
  ['a blank id', { prescriptionId: ' ' }, ['data.prescriptionId: expected a value, got nothing']],
  ['an id that is a list', { prescriptionId: ['rx_1'] }, ['data.prescriptionId: expected text, got list']],
  [
    'an id of 257 characters',
    { prescriptionId: 'x'.repeat(257) },
    ['data.prescriptionId: expected text of at most 256 characters, got longer text'],
  ],
  [
    'an id with U+0000',
    { prescriptionId: 'rx\u0000' },
    ['data.prescriptionId: expected text, got text with characters that cannot be stored'],
  ],
  [
    'an id that is missing beside fields that cannot be read',
    { quantity: [], isControlled: 1 },
    ['data.prescriptionId: expected a value, got nothing'],
  ],
])('%s is quarantined with its path', (_, data, paths) => {
  expect(rejection(received('medication.prescription.signed.v1', data))).toEqual({ cause: 'invalid-payload', paths });
});

test.each<[string, JsonObject, string[]]>([
  ['a quantity in words', { prescriptionId: 'rx_1', quantity: 'thirty' }, ['data.quantity: expected number, got text']],
  [
    'a negative quantity',
    { prescriptionId: 'rx_1', quantity: -3 },
    ['data.quantity: expected number of zero or more, got negative number'],
  ],
  [
    'a quantity out of bounds',
    { prescriptionId: 'rx_1', quantity: 1e40 },
    ['data.quantity: expected number, got number out of bounds'],
  ],
  [
    'half a refill',
    { prescriptionId: 'rx_1', refillsAuthorized: 0.5 },
    ['data.refillsAuthorized: expected whole number of zero or more, got other number'],
  ],
  [
    '"true" as text',
    { prescriptionId: 'rx_1', isControlled: 'true' },
    ['data.isControlled: expected yes or no, got text'],
  ],
  [
    'an instant without a zone',
    { prescriptionId: 'rx_1', signedAt: '2026-11-03T09:00:00' },
    ['data.signedAt: expected date and time with a zone, got other text'],
  ],
  [
    'text of 4,001 characters',
    { prescriptionId: 'rx_1', route: 'x'.repeat(4001) },
    ['data.route: expected text of at most 4000 characters, got longer text'],
  ],
  [
    'a list that is an object',
    { prescriptionId: 'rx_1', overrides: {} },
    ['data.overrides: expected list, got object'],
  ],
  [
    'an entry that is none',
    { prescriptionId: 'rx_1', overrides: [3] },
    ['data.overrides[0]: expected object, got number'],
  ],
  ['a dose that is a list', { prescriptionId: 'rx_1', dose: [5] }, ['data.dose: expected object or text, got list']],
  [
    'a dose whose amount is a word',
    { prescriptionId: 'rx_1', dose: { amount: 'two' } },
    ['data.dose: expected number as its amount, got text'],
  ],
  [
    'a name that is an object',
    { prescriptionId: 'rx_1', medicationDisplay: { en: 'x' } },
    ['data.medicationDisplay: expected text, got object'],
  ],
  [
    'a word that is a number, inside a list',
    { prescriptionId: 'rx_1', overrides: [{ severity: 3 }] },
    ['data.overrides[0].severity: expected text, got number'],
  ],
])('%s loses no prescription: the field is left out and told', (_, data, paths) => {
  const read = interpretEvent(received('medication.prescription.signed.v1', data));
  expect(read).toMatchObject({ outcome: 'processed', unreadable: paths, at: '2026-11-03T09:00:00.000Z' });
  if (read.outcome !== 'processed') throw new Error('it was refused');
  expect(read.changes[0]).toMatchObject({ table: 'prescription', set: { written: 'signed' } });
  expect(read.entry.facts.filter(({ label }) => label === 'notReadable' || label === 'cutShort')).toHaveLength(1);
});

test('an entry of a list that cannot be read costs no other entry', () => {
  const added = ['A1', { code: 'A2' }, 'A3', 'x'.repeat(257), 'A5'];
  const read = interpretEvent(received('tenant.formulary.updated.v1', { version: 'v1', added }));
  expect(read).toMatchObject({
    outcome: 'processed',
    changes: [{ id: 'A1' }, { id: 'A3' }, { id: 'A5' }],
    unreadable: [
      'data.added[1]: expected text, got object',
      'data.added[3]: expected text of at most 256 characters, got longer text',
    ],
  });
});

test('more unreadable fields than any sender makes by mistake are a payload that cannot be read', () => {
  const added = Array.from({ length: 1_001 }, () => ({}));
  expect(rejection(received('tenant.formulary.updated.v1', { added }))).toEqual({
    cause: 'invalid-payload',
    paths: ['data: expected at most 1000 fields that cannot be read, got more'],
  });
});

test('an unreadable value may be the one that makes an event concern a prescription: the event is quarantined, not ignored', () => {
  const visit = { dispensation_id: 'dsn_1', code: 'RX-1', code_type: { name: 'PRESCRIPTION' } };
  expect(rejection(received('dispensing.completed', visit))).toEqual({
    cause: 'invalid-payload',
    paths: ['data.code_type: expected text, got object'],
  });
});

test.each<[string, JsonObject]>([
  [
    'null as absent',
    { prescriptionId: 'rx_1', quantity: null, signedAt: null, dose: null, overrides: null, medicationDisplay: null },
  ],
  ['blank text as absent', { prescriptionId: 'rx_1', quantity: '', signedAt: ' ', route: '' }],
  ['keys it does not know', { prescriptionId: 'rx_1', tomorrow: { anything: [1] } }],
])('%s is read as if only the id had come', (_, data) => {
  const bare = interpretEvent(received('medication.prescription.signed.v1', { prescriptionId: 'rx_1' }));
  expect(bare).toMatchObject({ outcome: 'processed' });
  expect(interpretEvent(received('medication.prescription.signed.v1', data))).toEqual(bare);
});

test('a number is a good id, and a numeric text a good quantity', () => {
  const read = interpretEvent(received('medication.prescription.signed.v1', { prescriptionId: 42, quantity: '12.50' }));
  expect(read).toMatchObject({ subjects: [{ kind: 'prescription', id: 'medication:42' }] });
  expect(read).toMatchObject({ changes: [{}, { table: 'prescriptionItem', set: { quantity: '12.5' } }] });
});

test.each([
  ['its own time', { signedAt: '2026-11-03T10:00:00.5+02:00' }, {}, '2026-11-03T08:00:00.500Z'],
  ["else the envelope's", {}, {}, '2026-11-03T09:00:00.000Z'],
  ['else the receipt', {}, { occurredAt: null }, '2026-11-03T09:00:01.000Z'],
])('a fact holds from %s', (_, said, also, at) => {
  const read = interpretEvent(received('medication.prescription.signed.v1', { prescriptionId: 'rx_1', ...said }, also));
  expect(read).toMatchObject({ outcome: 'processed', at, changes: [{ table: 'prescription', at }] });
});

test('ten minutes ahead is a clock that goes fast; more is from the future', () => {
  const signed = (signedAt: string) =>
    received('medication.prescription.signed.v1', { prescriptionId: 'rx_1', signedAt });
  expect(interpretEvent(signed('2026-11-03T09:10:01Z'))).toMatchObject({ outcome: 'processed' });
  expect(rejection(signed('2026-11-03T09:10:01.001Z'))).toEqual({
    cause: 'future',
    paths: ['data.signedAt: more than 10 minutes after its receipt'],
  });
  const envelope = received(
    'medication.prescription.signed.v1',
    { prescriptionId: 'rx_1' },
    { occurredAt: '2099-01-01T00:00:00.000Z' },
  );
  expect(rejection(envelope)).toEqual({ cause: 'future', paths: ['time: more than 10 minutes after its receipt'] });
});
