import { expect, test } from 'vitest';
import { type Change, change } from '#lib/domain/ledger/change';
import { emptyRows, fold } from '#lib/domain/ledger/fold';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { healedFromRecall, touchedByRecall } from './recall.ts';

const rx = 'medication:rx';
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const lot = { stockItemId: 'medication:stk', lotNumber: 'LOT-1' };

const given = (id: string, more: object = {}) =>
  change('dispense', id, on(2), {
    prescriptionId: rx,
    ...lot,
    quantity: '30',
    unit: 'tablet',
    dispensedAt: on(2),
    ...more,
  });
const back = (quantity: string | undefined, more: object = {}) =>
  change('return', `r${quantity}`, on(3), {
    prescriptionId: rx,
    dispenseId: 'd1',
    ...lot,
    quantity,
    unit: 'tablet',
    ...more,
  });
const notice = (more: object = {}, day = 5) =>
  change('recallCase', `case${day}`, on(day), {
    ...lot,
    recallClass: 'II',
    reason: 'Dissolution',
    recalledAt: on(day),
    ...more,
  });

function touched(...changes: readonly Change[]) {
  const rows = emptyRows();
  for (const [index, one] of [change('prescription', rx, on(1), {}), ...changes].entries())
    fold(rows, [one], { seq: index + 1, tie: `t${index}` });
  const parts = partsIn(rows)(rx);
  return parts && touchedByRecall(parts, [...rows.recallCase.values()]);
}

test.each<[string, Change[], readonly string[] | null]>([
  ['a dispense of the lot', [given('d1'), notice()], ['LOT-1']],
  ['one that comes after the notice', [notice(), given('d1')], ['LOT-1']],
  ['another lot', [given('d1', { lotNumber: 'LOT-2' }), notice()], null],
  ['the same number on another stock item', [given('d1', { stockItemId: 'medication:stk2' }), notice()], null],
  ['a notice that names no lot', [given('d1'), notice({ lotNumber: undefined })], ['LOT-1']],
  ['all of it came back', [given('d1'), back('30'), notice()], null],
  ['part of it came back', [given('d1'), back('10'), notice()], ['LOT-1']],
  ['what came back is not supplied', [given('d1'), back(undefined), notice()], ['LOT-1']],
  ['it came back in another unit', [given('d1'), back('30', { unit: 'box' }), notice()], ['LOT-1']],
  ['what came back names no lot', [given('d1'), back('30', { lotNumber: undefined }), notice()], null],
  ['two dispenses, one came back', [given('d1'), given('d2'), back('30'), notice()], ['LOT-1']],
])('%s', (_, changes, lots) => {
  expect(touched(...changes)?.lots ?? null).toEqual(lots);
});

test('a second notice is news: since the first, and no snooze from before it counts', () => {
  expect(touched(given('d1'), notice(), notice({ recallClass: 'I' }, 7))).toMatchObject({
    recallClass: 'I',
    since: on(5),
    troubleAt: on(7),
  });
});

function healed(closed: readonly string[], ...changes: readonly Change[]) {
  const rows = emptyRows();
  for (const [index, one] of [change('prescription', rx, on(1), {}), ...changes].entries())
    fold(rows, [one], { seq: index + 1, tie: `t${index}` });
  const parts = partsIn(rows)(rx);
  const cases = [...rows.recallCase];
  const of = (wanted: boolean) => cases.filter(([id]) => closed.includes(id) === wanted).map(([, row]) => row);
  const found = parts && healedFromRecall(parts, of(false), of(true));
  return found && `${found.settledBy} ${Number(found.settledAt.slice(8, 10))}`;
}

test.each<[string, string[], Change[], string | null]>([
  ['all of it came back after the notice', [], [given('d1'), notice({}, 2), back('30')], 'returned 3'],
  ['it had come back before the notice', [], [given('d1'), back('30'), notice()], null],
  ['part of it came back', [], [given('d1'), notice({}, 2), back('10')], null],
  ['the case was closed', ['case5'], [given('d1'), notice(), notice({ state: 'closed' }, 5)], 'recall_closed 5'],
  ['another of the lot is open still', ['case5'], [given('d1'), notice({ state: 'closed' }), notice({}, 6)], null],
])('what no longer touches him says why: %s', (_, closed, changes, wanted) => {
  expect(healed(closed, ...changes)).toBe(wanted);
});
