import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import { changesOf, lineOf } from '#scripts/testing/stories/sample-events';
import { interpretEvent } from './catalog.ts';

/** A sender's published sample, with what keeps it from being JSON (a comment, a trailing comma) taken out. */
function published(name: string): JsonObject {
  const printed = readFileSync(new URL(`../sources/published/${name}.txt`, import.meta.url), 'utf8');
  const body: Json = JSON.parse(printed.replaceAll(/,?\s*\/\/.*$/gm, ',').replaceAll(/,(\s*[}\]])/g, '$1'));
  if (!isObject(body)) throw new Error(`${name} is no object`);
  return body;
}

function read(name: string) {
  const body = published(name);
  const type = body['event_type'] ?? body['type'];
  const data = body['data'] ?? null;
  const time = typeof body['time'] === 'string' ? body['time'] : null;
  return interpretEvent({
    wireType: String(type),
    messageId: 'evt_1',
    digest: 'd1',
    occurredAt: time,
    receivedAt: '2026-11-19T12:00:00.000Z',
    actorId: null,
    data: isObject(data) ? data : null,
    own: false,
  });
}

test.each([
  ['osigu.prescription.issued', '2026-06-25T16:00:00.000Z', 'issuedVersion'],
  ['osigu.prescription.email_delivered', '2026-06-25T16:00:12.000Z', 'emailAccepted'],
  ['osigu.prescription.email_failed', '2026-06-25T16:00:12.000Z', 'emailFailed'],
  ['photon.prescription.created', '2022-01-01T01:00:00.000Z', 'prescribedRefills'],
  ['photon.prescription.depleted', '2022-01-01T01:00:00.000Z', 'allFillsOrdered'],
  ['photon.prescription.expired', '2022-01-01T01:00:00.000Z', 'allFillsOrdered'],
  ['medication.prescription.signed', '2026-04-17T09:12:30.000Z', 'signedMedicine'],
  ['medication.dispensing.completed', '2026-11-19T12:00:00.000Z', 'dispensed'],
])('the published %s is read as of %s: %s', (name, at, key) => {
  expect(read(name)).toMatchObject({ outcome: 'processed', at, entry: { title: { key } } });
});

test('everything that the published signed and created say of the medicine is kept', () => {
  expect(changesOf(read('medication.prescription.signed'))).toContain(
    'prescriptionItem medication:rx_01HX...|1 prescriptionId=medication:rx_01HX... line=1 productCode=RxNorm|197361 display=Amoxicillin 500 MG Oral Capsule dose=500 mg route=oral frequency=TID durationDays=7 quantity=21 unit=capsule refills=0 controlled=false',
  );
  expect(changesOf(read('photon.prescription.created'))).toContain(
    'prescriptionItem photon:rx_01G8C1TNF8TZ5N9DAJN66H9KSH|1 prescriptionId=photon:rx_01G8C1TNF8TZ5N9DAJN66H9KSH line=1 productCode=med_01G7T2NB6 sig=Take once daily durationDays=30 quantity=30 unit=EA refills=12',
  );
});

test('the published dispense leaves the shelf with its lot and expiry', () => {
  const interpretation = read('medication.dispensing.completed');
  if (interpretation.outcome !== 'processed') throw new Error('it was refused');
  expect(
    interpretation.changes.filter(({ table }) => table === 'lot' || table === 'stockMovement').map(lineOf),
  ).toEqual([
    'lot medication:stk_...|LOT-2026-04 stockItemId=medication:stk_... lotNumber=LOT-2026-04 expiryDate=2027-12-31',
    'stockMovement dispense:medication:dsp_... stockItemId=medication:stk_... lotNumber=LOT-2026-04 kind=dispense into=usable quantity=-30 movedAt=2026-11-19T12:00:00.000Z unit=tablet',
  ]);
});
