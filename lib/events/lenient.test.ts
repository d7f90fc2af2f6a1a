import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/json';
import { interpretEvent } from './catalog.ts';

const at = '2026-11-12T08:00:00.000Z';

function read(wireType: string, data: JsonObject) {
  const said = { wireType, messageId: 'm', digest: 'd', occurredAt: at, receivedAt: at, actorId: null, own: false };
  const meaning = interpretEvent({ ...said, data });
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

test.each(['II', 'C-II', 'CII', 'c ii', '2', 'Schedule II', 'schedule 2', 'Sched. II', 'DEA Schedule II'])(
  'schedule %j is II',
  (schedule) => {
    const data = { dispenseId: 'dsp_1', schedule };
    expect(set('medication.controlled_substance.dispensed.v1', data, 'registerEntry')).toMatchObject({
      schedule: 'II',
    });
  },
);

test('a dose that is a number, and a fulfilment that is a word, are read as what they say', () => {
  const given = { administrationId: 'adm_1', dose: 2.5 };
  expect(set('medication.administration.recorded.v1', given, 'administration')).toMatchObject({ dose: '2.5' });
  const order = { id: 'ord_1', fulfillment: 'SHIPPED' };
  expect(set('photon:order:fulfillment', order, 'pharmacyOrder')).toMatchObject({ fulfillmentState: 'SHIPPED' });
});

test('a later failure that gives no reason does not keep the words of the one before', () => {
  const failed = { prescription_id: 'rx_1', email: 'ana@example.com' };
  expect(set('prescription.email_failed', failed, 'emailDelivery')).toMatchObject({ reason: '', cause: 'unknown' });
});
