import { add, compare, negate } from '#lib/domain/base/decimal';

/** The number of past days from which demand is computed. */
export const demandDays = 90;
const month = 30;
const day = 86_400_000;

/** One busy day is no rate: a younger item's is computed as if it were known this long. */
export const leastDemandDays = 7;

/** Units a day, from what was really dispensed in one unit in the last 90 days, or in the days since the item is known; null where nothing was. */
export function perDayOf(dispensed: string | null, daysKnown: number): number | null {
  const sum = dispensed === null ? 0 : Number(dispensed);
  return sum > 0 ? sum / Math.min(demandDays, Math.max(leastDemandDays, daysKnown)) : null;
}

/** An estimate, to one decimal: what 30 such days take. */
export function perMonthOf(perDay: number | null): number | null {
  return perDay === null ? null : Math.round(perDay * month * 10) / 10;
}

/** Whole days until what is usable is used up; null where there is no demand to tell it from. */
export function coverOf(usable: string | null, perDay: number | null): number | null {
  if (usable === null || perDay === null) return null;
  return Math.max(0, Math.floor(Number(usable) / perDay));
}

/** Whole days from one calendar date to another; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

export type ExpiringLot = {
  readonly id: string;
  readonly unit: string;
  readonly quantity: string;
  readonly expiryDate: string;
};
/** Exact decimals: what is likely to be used, and the rest. */
export type Risk = { readonly expectedUse: string; readonly atRisk: string };

/**
 * The amount of each lot that is likely to be used before it expires, and the rest: the lots of one stock item are taken first expired,
 * first out, at the rate of its demand in the same unit. An expired lot is at risk as a whole.
 */
export function risksOf(
  lots: readonly ExpiringLot[],
  demand: { readonly unit: string; readonly perDay: number | null },
  today: string,
): ReadonlyMap<string, Risk> {
  const risks = new Map<string, Risk>();
  let before = 0;
  const sorted = lots.toSorted((a, b) => (a.expiryDate + a.id < b.expiryDate + b.id ? -1 : 1));
  for (const { id, unit, quantity, expiryDate } of sorted) {
    const held = compare(quantity, '0') > 0 ? quantity : '0';
    const days = daysBetween(today, expiryDate) + 1;
    const same = unit === demand.unit;
    const capacity = same && days > 0 ? (demand.perDay ?? 0) * days - before : 0;
    const whole = String(Math.max(0, Math.floor(capacity)));
    const expectedUse = compare(held, whole) < 0 ? held : whole;
    risks.set(id, { expectedUse, atRisk: add(held, negate(expectedUse)) });
    if (same && days > 0) before += Number(expectedUse);
  }
  return risks;
}
