import { expect, test } from 'vitest';
import { parseImportCsv } from '#lib/commands/directories/parse-import-csv';
import { actionsOf } from '#lib/domain/directories/import-plan';
import { planProducts } from '#lib/domain/directories/plan-products';
import { emptyRows, fold } from '#lib/domain/ledger/fold';
import { planPatients } from '#lib/domain/patients/plan-patients';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { contributionOf } from '#lib/domain/stock/stock-balance';
import { interpretEvent } from '#lib/events/catalog';
import { wireFormats } from '#lib/sources/index';
import { demoSources } from '#prisma/demo';
import { samplesUntil } from '#scripts/launcher/demo-play';
import { signed } from './delivery.ts';
import { demoDay, demoRun } from './demo-day.ts';
import { patientsFile, productsFile } from './directory-files.ts';

const now = new Date('2027-02-03T10:00:00.000Z');
const deliveries = [...samplesUntil(now), ...demoDay(now)].flatMap((dated) => dated.deliveries);

/** Everything that the deliveries bring, as the receiver opens it. */
function received() {
  return deliveries.flatMap((delivery) => {
    const source = demoSources.find(({ key }) => key === delivery.source);
    if (!source) throw new Error(`no source ${delivery.source}`);
    const [format, raw] = [wireFormats[source.format], new TextEncoder().encode(delivery.raw)];
    const headers = new Headers(signed(delivery, now));
    expect(format.verify(raw, headers, [source.secret], now.getTime() / 1000)).toEqual({ ok: true });
    return format.open(raw, headers).events.map((opened) => ({ opened, tenantId: source.tenantId }));
  });
}

function interpreted() {
  return received().flatMap(({ opened, tenantId }) => {
    if (!opened.ok) return [];
    const { wireType, messageId, digest, occurredAt, actorId, data } = opened.envelope;
    const read = { wireType, messageId, digest, occurredAt, actorId, data };
    return { tenantId, meaning: interpretEvent({ ...read, receivedAt: now.toISOString(), own: false }) };
  });
}

test('the demo shows a prescription in every state that events can bring it to', () => {
  const rows = emptyRows();
  interpreted().forEach(({ tenantId, meaning }, seq) => {
    if (tenantId === 'demo' && meaning.outcome === 'processed') fold(rows, meaning.changes, { seq, tie: String(seq) });
  });
  const partsOf = partsIn(rows);
  const summaries = [...rows.prescription.keys()].flatMap((id) => {
    const parts = partsOf(id);
    return parts ? [summarise(parts)] : [];
  });
  const states = new Set(summaries.map(({ state }) => state));
  expect(prescriptionStates.filter((state) => !states.has(state))).toEqual(['unknown']);
  expect(summaries.length).toBeGreaterThan(40);
  expect(new Set(summaries.map(({ emailState }) => emailState))).toEqual(new Set(['unknown', 'accepted', 'failed']));
});

test('the demo shows events that were processed, ignored, quarantined for different reasons, and repeated', () => {
  const outcomes = new Set(interpreted().map(({ meaning }) => meaning.outcome));
  expect(outcomes).toEqual(new Set(['processed', 'ignored', 'quarantined']));
  expect(received().some(({ opened }) => !opened.ok)).toBe(true);
  const raws = deliveries.map(({ raw }) => raw);
  expect(raws.length - new Set(raws).size).toBe(2);
});

test('nothing of it is from the future but what is meant to be, whenever it is played', () => {
  const late = received().filter(
    ({ opened }) => opened.ok && Date.parse(opened.envelope.occurredAt ?? '') > now.getTime(),
  );
  expect(late.length).toBe(1);
});

test('samples move as one: their facts keep their distances, and what is printed on a lot stays', () => {
  const bodies = samplesUntil(now).map(({ deliveries: [delivery] }) => delivery?.raw ?? '');
  const signedBody = bodies.find((raw) => raw.includes('"medication.prescription.signed.v1"')) ?? '';
  const [, time = '', at = ''] = /"time":"([^"]+)".*"signedAt":"([^"]+)"/.exec(signedBody) ?? [];
  expect(Date.parse(time) - Date.parse(at)).toBe(1_000);
  expect(bodies.some((raw) => raw.includes('"expiryDate":"2027-03-31"'))).toBe(true);
});

test('the shelves of the demo are filled before anything leaves them: none of its books goes below zero', () => {
  const rows = emptyRows();
  interpreted().forEach(({ tenantId, meaning }, seq) => {
    if (tenantId === 'demo' && meaning.outcome === 'processed') fold(rows, meaning.changes, { seq, tie: String(seq) });
  });
  const moves = [...rows.stockMovement.values()]
    .flatMap((row) => contributionOf(row) ?? [])
    .filter(({ key }) => key.stockItemId.includes('_clinic_'))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const sums = new Map<string, number>();
  const below = moves.filter(({ key: { stockItemId }, quantity }) => {
    const sum = (sums.get(stockItemId) ?? 0) + Number(quantity);
    sums.set(stockItemId, sum);
    return sum < 0;
  });
  expect(moves.length).toBeGreaterThan(20);
  expect(below).toEqual([]);
});

test('the same moment gives the same demo', () => {
  expect(demoDay(now)).toEqual(demoDay(now));
});

test('the clinic keeps directories of its medicines and people, which leave a few to be named by their code', async () => {
  const files = { products: productsFile(), patients: patientsFile(demoDay(now), demoRun) };
  const none = { links: new Map(), apart: new Set<string>(), byExternalId: new Map(), sendersByExternalId: new Map() };
  const patients = await parseImportCsv('patients', files.patients);
  const planned = planPatients(patients)(patients, { ...none, records: new Map(), newId: ({ line }) => `dir:${line}` });
  expect(new Set(planned.map(({ outcome }) => outcome))).toEqual(new Set(['new']));
  const linked = planned
    .flatMap(actionsOf)
    .flatMap(({ data }) => (typeof data['patientId'] === 'string' ? [data['patientId']] : []));
  expect(linked.length).toBeGreaterThan(planned.length);
  const named = new Set(
    interpreted().flatMap(({ tenantId, meaning }) =>
      tenantId === 'demo' && meaning.outcome === 'processed'
        ? meaning.changes.flatMap(({ table, id }) => (table === 'patient' ? [id] : []))
        : [],
    ),
  );
  expect(linked.filter((id) => id.startsWith('osigu:')).every((id) => named.has(id))).toBe(true);
  const products = await parseImportCsv('products', files.products);
  const known = { codes: new Map(), products: new Map(), newId: ({ line }: { line: number }) => `product:${line}` };
  const plannedProducts = planProducts(products)(products, known);
  expect(new Set(plannedProducts.map(({ outcome }) => outcome))).toEqual(new Set(['new']));
});
