import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '#lib/domain/base/decimal';
import { checksOf, mayClose, type RecallCounts, stepsOf, toContact } from './checks.ts';
import { lateArrival } from './late-arrival.ts';
import { holdsAltogether, probablyHolds, type SuppliedDispense } from './probably-holds.ts';

const now = '2026-11-20T12:00:00.000Z';
const given = (more: Partial<SuppliedDispense> = {}): SuppliedDispense => ({
  quantity: '30',
  unit: 'tablet',
  at: '2026-11-10T12:00:00.000Z',
  back: [],
  use: { of: 'rx1', quantity: '30', unit: 'tablet', days: 30 },
  ...more,
});

test.each<[string, Partial<SuppliedDispense>, string | null, boolean]>([
  ['one a day, ten days ago', {}, '20', false],
  ['two a day', { use: { of: 'rx1', quantity: '60', unit: 'tablet', days: 30 } }, '10', false],
  ['used up long ago', { at: '2026-01-10T12:00:00.000Z' }, '0', false],
  ['given this minute', { at: now }, '30', false],
  ['given "after now" by another clock', { at: '2026-11-20T12:05:00.000Z' }, '30', false],
  ['seven came back', { back: [{ quantity: '7', unit: 'tablet' }] }, '13', false],
  ['everything came back', { back: [{ quantity: '30', unit: 'Tablet ' }] }, '0', false],
  ['more came back than was given', { back: [{ quantity: '40', unit: 'tablet' }] }, '0', false],
  ['the use is not supplied', { use: null }, '30', true],
  ['the use is told in another unit', { use: { of: 'rx1', quantity: '30', unit: 'ml', days: 30 } }, '30', true],
  ['the days are not a number of days', { use: { of: 'rx1', quantity: '30', unit: 'tablet', days: 0 } }, '30', true],
  ['half a day of use stays with him', { use: { of: 'rx1', quantity: '1.5', unit: 'tablet', days: 7 } }, '28', false],
  ['when it was given is not supplied', { at: null }, '30', true],
  ['how much is not supplied', { quantity: null }, null, false],
  ['what came back is not supplied', { back: [{ quantity: null, unit: null }] }, null, false],
  ['it came back in another unit', { back: [{ quantity: '1', unit: 'box' }] }, null, false],
])('probably still holds: %s', (_, more, quantity, most) => {
  expect(probablyHolds([given(more)], now)).toEqual([quantity === null ? null : { quantity, unit: 'tablet', most }]);
});

test('nobody probably holds less than nothing, or more than they received', () => {
  const amount = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 400 }),
      (q, back, days, ago) => {
        const at = new Date(Date.parse(now) - ago * 86_400_000).toISOString();
        const [held] = probablyHolds(
          [
            given({
              quantity: String(q),
              at,
              back: [{ quantity: String(back), unit: 'tablet' }],
              use: { of: 'rx1', quantity: '30', unit: 'tablet', days },
            }),
          ],
          now,
        );
        expect(held && compare(held.quantity, '0') >= 0 && compare(held.quantity, String(q)) <= 0).toBe(true);
      },
    ),
  );
});

const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const daily = (of: string) => ({ of, quantity: '30', unit: 'tablet', days: 30 });
test.each<[string, [quantity: string, daysAgo: number, of?: string][], string[], string]>([
  [
    'a partial, and the rest a day later',
    [
      ['10', 10],
      ['20', 9],
    ],
    ['0', '20'],
    '20',
  ],
  [
    'two packs on one day',
    [
      ['30', 10],
      ['30', 10],
    ],
    ['20', '30'],
    '50',
  ],
  [
    'two packs, latest first',
    [
      ['30', 5],
      ['30', 20],
    ],
    ['30', '10'],
    '40',
  ],
  [
    'a pack that was used up long before the next',
    [
      ['30', 100],
      ['30', 5],
    ],
    ['0', '25'],
    '25',
  ],
  [
    'two prescriptions, each used on its own',
    [
      ['30', 10, 'rx1'],
      ['30', 10, 'rx2'],
    ],
    ['20', '20'],
    '40',
  ],
  [
    'all used up',
    [
      ['30', 100],
      ['30', 90],
    ],
    ['0', '0'],
    '0',
  ],
])('probably still holds of several: %s', (_, dispenses, each, altogether) => {
  const all = dispenses.map(([quantity, days, of = 'rx1']) => given({ quantity, at: before(days), use: daily(of) }));
  const held = probablyHolds(all, now);
  expect(held.map((one) => one?.quantity).toSorted()).toEqual(each.toSorted());
  expect(holdsAltogether(held)).toEqual({ quantity: altogether, unit: 'tablet', most: false });
});

test('of several dispenses a person never probably holds less than of any of them alone, in whatever order they are listed', () => {
  const one = fc.record({ quantity: fc.integer({ min: 0, max: 90 }), days: fc.integer({ min: 0, max: 120 }) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (dispenses) => {
      const all = dispenses.map(({ quantity, days }) => given({ quantity: String(quantity), at: before(days) }));
      const sum = (list: readonly SuppliedDispense[]) => holdsAltogether(probablyHolds(list, now))?.quantity ?? '-1';
      for (const alone of all) expect(compare(sum(all), sum([alone]))).toBeGreaterThanOrEqual(0);
      expect(sum(all.toReversed())).toBe(sum(all));
    }),
  );
});

test('units never add: two dispenses in two units are no sum', () => {
  const held = probablyHolds([given(), given({ unit: 'ml' })], now);
  expect(held.map((one) => one?.quantity)).toEqual(['20', '30']);
  expect(holdsAltogether(held)).toBeNull();
  expect(holdsAltogether(probablyHolds([given(), given({ quantity: null })], now))).toBeNull();
});

const recalledAt = '2026-11-16T15:00:00.000Z';
test.each<[string, string | null, boolean, ReturnType<typeof lateArrival>]>([
  ['before, and heard of before', '2026-11-10T15:00:00.000Z', false, null],
  ['212 seconds after the lot was frozen', '2026-11-16T15:03:32.000Z', true, { how: 'given', seconds: 212 }],
  ['after, though we heard of the recall last', '2026-11-16T15:03:32.000Z', false, { how: 'given', seconds: 212 }],
  ['before, but heard of afterwards', '2026-11-16T14:59:00.000Z', true, { how: 'told', seconds: -60 }],
  ['at a time nobody supplied', null, true, null],
])('a dispense %s', (_, at, told, late) => {
  expect(lateArrival({ at, told }, recalledAt)).toEqual(late);
});

const counts = (more: Partial<RecallCounts> = {}): RecallCounts => ({
  ...{ people: 3, contacted: 1, givenUp: 1, broughtBack: 1, returns: 1, returnsUndecided: 0 },
  ...{ lots: 1, lotsFrozen: 1, lotsAccounted: 1, closed: false },
  ...more,
});

test.each<[string, Partial<RecallCounts>, string[]]>([
  ['all are reached or given up, and the stock is accounted for', {}, []],
  ['somebody joined late', { people: 4 }, ['people']],
  ['a lot was released again', { lotsFrozen: 0 }, ['frozen']],
  ['a lot is neither counted nor gone', { lotsAccounted: 0 }, ['stock']],
  ['a return is not decided', { returnsUndecided: 1 }, ['returns']],
])('the checks when %s', (_, more, missing) => {
  const all = counts(more);
  expect(checksOf(all).flatMap((one) => (one.missing > 0 ? [one.check] : []))).toEqual(missing);
  expect(mayClose(all)).toBe(missing.length === 0);
});

test('a closed case does not close twice, and one that nobody was given of needs no contact', () => {
  expect(mayClose(counts({ closed: true }))).toBe(false);
  expect(toContact(counts({ people: 0, contacted: 0, givenUp: 0, broughtBack: 0 }))).toBe(0);
  expect(stepsOf(counts({ people: 9 })).flatMap(({ step, done }) => (done ? [step] : []))).toEqual([
    'found',
    'quarantined',
    'traced',
  ]);
});
