import { describe, expect, test } from 'vitest';
import { coverOf, daysBetween, perDayOf, perMonthOf, risksOf } from './demand.ts';

const lot = (id: string, quantity: string, expiryDate: string, unit = 'tablet') => ({ id, quantity, expiryDate, unit });
const tablets = (perDay: number | null) => ({ unit: 'tablet', perDay });

test('demand is what was dispensed in 90 days; without any there is no cover to tell', () => {
  expect([perDayOf(null, 90), perDayOf('0', 90), perDayOf('90', 90), perDayOf('90', 400)]).toEqual([null, null, 1, 1]);
  expect(perMonthOf(perDayOf('45', 90))).toBe(15);
  expect([coverOf('55', 0.5), coverOf('0', 0.5), coverOf('-3', 0.5), coverOf('55', null)]).toEqual([110, 0, 0, null]);
});

test('the demand of an item known for less than 90 days is computed from those days, and from a week at least', () => {
  expect([perDayOf('60', 30), perDayOf('14', 7), perDayOf('14', 1)]).toEqual([2, 2, 2]);
});

test('days are calendar days, whatever the clock does in between', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-11-20', '2026-11-19')).toBe(-1);
});

describe('what is at risk before it expires', () => {
  const today = '2026-11-20';
  const risk = (...lots: readonly ReturnType<typeof lot>[]) =>
    Object.fromEntries(risksOf(lots, tablets(2), today)) as Record<string, unknown>;

  test('the lot that expires first is used first, and the next one only gets what is left of the days', () => {
    expect(risk(lot('b', '30', '2026-12-09'), lot('a', '30', '2026-11-29'))).toEqual({
      a: { expectedUse: '20', atRisk: '10' },
      b: { expectedUse: '20', atRisk: '10' },
    });
  });

  test('an expired lot is at risk as a whole and takes no demand from the others', () => {
    expect(risk(lot('a', '30', '2026-11-19'), lot('b', '4', '2026-11-21'))).toEqual({
      a: { expectedUse: '0', atRisk: '30' },
      b: { expectedUse: '4', atRisk: '0' },
    });
  });

  test('a quantity stays the exact decimal that it is', () => {
    const item = { unit: 'ml', perDay: 0.1 };
    expect(risksOf([lot('a', '4.35', '2026-11-29', 'ml')], item, today).get('a')).toEqual({
      ...{ expectedUse: '1', atRisk: '3.35' },
    });
  });

  test('the demand of one unit says nothing of another', () => {
    expect(risk(lot('a', '5', '2027-11-19', 'ml'))).toEqual({ a: { expectedUse: '0', atRisk: '5' } });
  });
});
