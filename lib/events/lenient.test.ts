import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { interpretEvent } from './catalog.ts';

const at = '2026-11-12T08:00:00.000Z';

function read(wireType: string, data: JsonObject) {
  const envelope = { wireType, messageId: 'm', digest: 'd', occurredAt: at, receivedAt: at, actorId: null, own: false };
  const meaning = interpretEvent({ ...envelope, data });
  if (meaning.outcome !== 'processed') throw new Error(`${wireType} was ${JSON.stringify(meaning)}`);
  return meaning;
}
const set = (wireType: string, data: JsonObject, table: string) =>
  read(wireType, data).changes.find((change) => change.table === table)?.set;

test.each([
  ['dispensing.canceled', 'dispensing.cancelled', { dispensation_id: 'dsn_1', code: 'RX', code_type: 'PRESCRIPTION' }],
  ['photon:order:cancelled', 'photon:order:canceled', { id: 'ord_1' }],
  ['photon:prescription:cancelled', 'photon:prescription:canceled', { id: 'rx_1' }],
])('%s is read as %s: both spellings occur', (written, known, data) => {
  expect(read(written, data)).toEqual(read(known, data));
  expect(read(written, data).type).toBe(known);
});

test.each([
  ...['II', 'C-II', 'CII', 'c ii', '2', 'Schedule II', 'schedule 2', 'Sched. II', 'DEA Schedule II'],
  ...['2N', 'IIN', 'CIIN', 'C-II N', 'II-N', 'Schedule IIN', 'Lista II', 'lista 2'],
])('schedule %j is II', (schedule) => {
  const data = { dispenseId: 'dsp_1', schedule };
  expect(set('medication.controlled_substance.dispensed.v1', data, 'registerEntry')).toMatchObject({
    schedule: 'II',
  });
});

test('a dose that is a number, and a fulfilment that is a word, are read by their meaning', () => {
  const given = { administrationId: 'adm_1', dose: 2.5 };
  expect(set('medication.administration.recorded.v1', given, 'administration')).toMatchObject({ dose: '2.5' });
  const order = { id: 'ord_1', fulfillment: 'SHIPPED' };
  expect(set('photon:order:fulfillment', order, 'pharmacyOrder')).toMatchObject({ fulfillmentState: 'SHIPPED' });
});

test('a later failure that gives no reason does not keep the words of the one before', () => {
  const failed = { prescription_id: 'rx_1', email: 'ana@example.com' };
  expect(set('prescription.email_failed', failed, 'emailDelivery')).toMatchObject({ reason: '', cause: 'unknown' });
});

test.each([
  ['2027-03', '2027-03-31'],
  ['03/2027', '2027-03-31'],
  ['31/03/2027', '2027-03-31'],
  ['20270331', '2027-03-31'],
  [20270331, '2027-03-31'],
])('a dispense whose expiry is written %j has the expiry %s', (expiryDate, day) => {
  const data = { dispenseId: 'dsp_1', stockItemId: 'stk_1', lotNumber: 'L1', expiryDate };
  const meaning = read('medication.dispensing.completed.v1', data);
  expect(meaning.unreadable).toEqual([]);
  expect(set('medication.dispensing.completed.v1', data, 'lot')).toMatchObject({ expiryDate: day });
});

test('where an expiry can be read as two days the earlier counts, and the entry shows the original text', () => {
  const data = { dispenseId: 'dsp_1', expiryDate: '03/04/2027' };
  const meaning = read('medication.dispensing.completed.v1', data);
  expect(set('medication.dispensing.completed.v1', data, 'dispense')).toMatchObject({ expiryDate: '2027-03-04' });
  expect(meaning.unreadable).toEqual(['data.expiryDate: expected date, got day and month that cannot be told apart']);
  expect(meaning.entry.facts).toContainEqual({
    label: 'readAs',
    value: 'expiryDate: 03/04/2027 → 2027-03-04',
    kind: 'mono',
  });
});

test('a dispense whose expiry cannot be read still names its person and its lot', () => {
  const data = {
    dispenseId: 'dsp_1',
    patientId: 'pat_1',
    stockItemId: 'stk_1',
    lotNumber: 'L1',
    dispensedQuantity: 10,
  };
  const unreadable = read('medication.dispensing.completed.v1', { ...data, expiryDate: '2027-02-31' });
  expect(unreadable.changes).toEqual(read('medication.dispensing.completed.v1', data).changes);
  expect(unreadable.entry.facts).toContainEqual({
    label: 'notReadable',
    value: 'expiryDate: 2027-02-31',
    kind: 'mono',
  });
});

test('a reason longer than is kept is cut with a mark, and its cause is read from the whole of it', () => {
  const headers = 'Received: from relay.example by mx.example; '.repeat(150);
  const reason = `${headers} 550 5.1.1 No such user here`;
  const failed = { prescription_id: 'rx_1', email: 'ana@example.com', reason };
  const delivery = set('prescription.email_failed', failed, 'emailDelivery');
  expect(delivery).toMatchObject({ cause: 'address', lastFailure: 'failed' });
  const kept = String(Object.entries(delivery ?? {}).find(([name]) => name === 'reason')?.[1]);
  expect(kept).toHaveLength(4000);
  expect(kept).toMatch(/ … \[\+\d+\]$/);
  expect(read('prescription.email_failed', failed).unreadable).toEqual([
    'data.reason: expected text of at most 4000 characters, got longer text',
  ]);
});

test('a clock that cannot be read leaves the fact its envelope’s time', () => {
  const signed = read('medication.prescription.signed.v1', { prescriptionId: 'rx_1', signedAt: 'yesterday' });
  expect(signed.at).toBe(at);
  expect(signed.unreadable).toEqual(['data.signedAt: expected date and time with a zone, got other text']);
});
