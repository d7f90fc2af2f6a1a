import { expect, test } from 'vitest';
import { type Change, change } from '#lib/domain/ledger/change';
import { emptyRows, fold } from '#lib/domain/ledger/fold';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { partsIn } from './prescription-parts.ts';
import { stateOn, summarise } from './prescription-summary.ts';

const rx = 'medication:rx_1';
const early = '2026-11-01T08:00:00.000Z';
const later = '2026-11-02T08:00:00.000Z';

/** The summary of a prescription after these changes, in the order given. */
function after(id: string, ...changes: readonly Change[]) {
  const rows = emptyRows();
  changes.forEach((one, index) => {
    fold(rows, [one], { seq: index + 1, tie: `tie-${index}` });
  });
  const parts = partsIn(rows)(id);
  if (!parts) throw new Error(`no row ${id}`);
  return summarise(parts);
}

const written = (set: FieldsOf<'prescription'>, at = early, id = rx) => change('prescription', id, at, set);
const item = (quantity: string, more: FieldsOf<'prescriptionItem'> = {}, id = rx) =>
  change('prescriptionItem', `${id}|1`, early, { prescriptionId: id, line: 1, quantity, unit: 'tablet', ...more });
const given = (id: string, quantity: string, more: FieldsOf<'dispense'> = {}) =>
  change('dispense', `medication:${id}`, later, {
    prescriptionId: rx,
    quantity,
    unit: 'tablet',
    partial: false,
    ...more,
  });
const signed = written({ written: 'signed' });

test.each<[string, readonly Change[], string]>([
  ['a placeholder', [written({})], 'unknown'],
  ['a draft', [written({ written: 'draft' })], 'draft'],
  ['a signed one', [signed], 'issued'],
  ['one in the pharmacy’s queue', [signed, written({ queue: 'queued' })], 'queued'],
  [
    'one at the counter',
    [
      signed,
      written({ queue: 'queued' }),
      change('dispensation', 'osigu:d', later, { prescriptionId: rx, state: 'started' }),
    ],
    'in_progress',
  ],
  [
    'one handed out at a counter that listed nothing',
    [signed, item('30'), change('dispensation', 'osigu:d', later, { prescriptionId: rx, state: 'completed' })],
    'dispensed',
  ],
  [
    'one handed out without a list, and taken back at the counter',
    [
      signed,
      change('dispensation', 'osigu:d', early, { prescriptionId: rx, state: 'completed' }),
      change('dispensation', 'osigu:d', later, { prescriptionId: rx, state: 'cancelled' }),
    ],
    'issued',
  ],
  ['part of it given', [signed, item('30'), given('d1', '10')], 'part_dispensed'],
  ['all of it given, in two goes', [signed, item('30'), given('d1', '10'), given('d2', '20')], 'dispensed'],
  ['the first of two fills given', [signed, item('30', { refills: 1 }), given('d1', '30')], 'part_dispensed'],
  ['held, though part was given', [signed, item('30'), given('d1', '10'), written({ hold: 'held' })], 'on_hold'],
  ['held and resumed later', [signed, written({ hold: 'held' }), written({ hold: 'none' }, later)], 'issued'],
  [
    'held and resumed at the same moment: held wins',
    [signed, written({ hold: 'none' }), written({ hold: 'held' })],
    'on_hold',
  ],
  [
    'expired, not all given',
    [signed, item('30'), given('d1', '10'), written({ written: 'expired' }, later)],
    'expired',
  ],
  [
    'expired after all was given',
    [signed, item('30'), given('d1', '30'), written({ written: 'expired' }, later)],
    'dispensed',
  ],
  [
    'discontinued after all was given',
    [signed, item('30'), given('d1', '30'), written({ written: 'discontinued' }, later)],
    'discontinued',
  ],
  [
    'an older discontinuation than the signature',
    [written({ written: 'signed' }, later), written({ written: 'discontinued' })],
    'issued',
  ],
  [
    'canceled goes before everything',
    [signed, written({ hold: 'held' }), written({ written: 'canceled' }, later)],
    'canceled',
  ],
])('%s', (_, changes, state) => {
  expect(after(rx, ...changes).state).toBe(state);
});

test('a canceled visit to the counter withdraws its dispenses', () => {
  const id = 'osigu:rx_1';
  const visit = { prescriptionId: id, dispensationId: 'osigu:d' };
  const sold = change('dispense', 'osigu:d|MED', later, {
    ...visit,
    productCode: 'MED',
    quantity: '30',
    partial: false,
  });
  const facts = [written({ written: 'issued' }, early, id), item('30', { productCode: 'MED' }, id), sold];
  expect(after(id, ...facts).state).toBe('dispensed');
  const cancelled = change('dispensation', 'osigu:d', later, { prescriptionId: id, state: 'cancelled' });
  expect(after(id, ...facts, cancelled)).toMatchObject({ state: 'issued', fillItems: [{ dispensed: '0' }] });
});

test('an Osigu dispense that names only the printed code is of the prescription with that code', () => {
  const id = 'osigu:rx_1';
  const sold = change('dispense', 'osigu:d|MED', later, { prescriptionCode: 'RX-1', quantity: '30', partial: false });
  const facts = [written({ written: 'issued', code: 'RX-1' }, early, id), item('30', {}, id)];
  expect(after(id, ...facts, sold).state).toBe('dispensed');
  expect(
    after(id, ...facts, change('dispense', 'osigu:d|MED', later, { prescriptionCode: 'RX-2', quantity: '30' })).state,
  ).toBe('issued');
});

test('different units never add', () => {
  const { fillItems } = after(rx, signed, item('30'), given('d1', '10'), given('d2', '5', { unit: 'ml' }));
  expect(fillItems).toMatchObject([{ prescribed: '30', dispensed: null, mixed: true }]);
});

test('prescribed counts every allowed fill, and exactly', () => {
  expect(after(rx, signed, item('0.1', { refills: 2 })).fillItems).toMatchObject([{ prescribed: '0.3' }]);
});

test('Photon sends no dispenses: what was given is not supplied, never 0', () => {
  const id = 'photon:rx_1';
  const { fillItems } = after(id, written({ written: 'active' }, early, id), item('30', { refills: 2 }, id));
  expect(fillItems).toMatchObject([{ prescribed: '90', dispensed: null, returned: null, complete: null }]);
});

test('a date that has passed makes it expired at reading, unless it was settled before', () => {
  expect(stateOn('issued', '2026-11-19', '2026-11-20')).toBe('expired');
  expect(stateOn('issued', '2026-11-20', '2026-11-20')).toBe('issued');
  expect(stateOn('dispensed', '2026-11-19', '2026-11-20')).toBe('dispensed');
  expect(stateOn('canceled', '2026-11-19', '2026-11-20')).toBe('canceled');
});

const mail = (address: string, state: 'accepted' | 'failed', at: string) =>
  change('emailDelivery', `${rx}|${address}`, at, {
    prescriptionId: rx,
    address,
    state,
    ...(state === 'failed' ? { reason: 'x', cause: 'address' } : {}),
  });

test('failed wins over accepted at the same moment, and a bounce can follow an acceptance', () => {
  const tried = written({ attemptedAddress: 'ana@example.com' });
  expect(
    after(rx, tried, mail('ana@example.com', 'failed', early), mail('ana@example.com', 'accepted', early)).emailState,
  ).toBe('failed');
  expect(
    after(rx, tried, mail('ana@example.com', 'accepted', early), mail('ana@example.com', 'failed', later)).emailState,
  ).toBe('failed');
  expect(
    after(rx, tried, mail('ana@example.com', 'failed', early), mail('ana@example.com', 'accepted', later)).emailState,
  ).toBe('accepted');
});

test('a late acceptance at the mistyped address settles nothing', () => {
  const corrected = written({ fileAddress: 'ana@example.com' }, early);
  const late = [written({ attemptedAddress: 'anna@example.com' }, later), mail('anna@example.com', 'accepted', later)];
  expect(after(rx, signed, corrected, mail('ana@example.com', 'failed', early), ...late)).toMatchObject({
    emailState: 'failed',
    emailAddress: 'ana@example.com',
    emailCause: 'address',
  });
});

test('what a counter handed out without listing it is a fill whose quantity was not supplied', () => {
  const visit = change('dispensation', 'osigu:d', later, { prescriptionId: rx, state: 'completed' });
  expect(after(rx, signed, item('30'), visit).fillItems).toMatchObject([
    { prescribed: '30', dispensed: null, complete: true },
  ]);
  const listed = given('d|1', '10', { dispensationId: 'osigu:d' });
  expect(after(rx, signed, item('30'), visit, listed).fillItems).toMatchObject([{ dispensed: '10', complete: false }]);
});
