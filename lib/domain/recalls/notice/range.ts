import { normaliseLot } from '#lib/domain/stock/lot-number';
import { isYear, lotNumberParts, lotShape } from './lot-shape.ts';
import type { LotRange } from './notice.ts';

/** A hyphen alone is often part of a lot: `1234-5678` counts as a range only when it spans a believable number of lots. */
const mostByHyphen = 1000;
const longDash = /[\u2012-\u2015]/;
const dash = /\s*[-\u2010-\u2015\u2212]\s*/;

/** `A1234-A1240` and `1234A-F` as a range; null when the hyphen belongs to the lot (`6018-115`, `13532-1`). A long dash between lots of one shape is always one. */
export function hyphenRange(written: string): LotRange | null {
  const sides = written.split(dash);
  const [from = '', to = ''] = sides;
  const letter = sides.length === 2 && /\d\p{Lu}$/u.test(from) && /^\p{Lu}$/u.test(to) ? fullEnd(from, to) : null;
  if (letter) return { from, to: letter };
  if (sides.length !== 2 || from.length < 4 || from.length !== to.length || (isYear(from) && isYear(to))) return null;
  if (longDash.test(written) && lotShape(from) === lotShape(to) && from < to) return { from, to };
  const span = lotsBetween(from, to);
  return span !== null && span > 0 && span <= mostByHyphen ? { from, to } : null;
}

/** `12345-60`, `A1234 through 40`, `1234A-F`: the end written short. The full end, or null when it isn't one. */
export function fullEnd(from: string, to: string): string | null {
  const last = from.at(-1) ?? '';
  if (/^\p{Lu}$/u.test(to)) return /^.+\d\p{Lu}$/u.test(from) && to > last ? from.slice(0, -1) + to : null;
  const start = lotNumberParts(normaliseLot(from));
  if (!start || !/^\d+$/.test(to) || to.length >= start.digits.length) return null;
  const end = start.digits.slice(0, -to.length) + to;
  return end > start.digits ? start.prefix + end + start.suffix : null;
}

/**
 * The distance of two lots of one shape, by number or (`G220A`, `G220D`) by the letter after it; null when letters or length differ, so
 * that nobody knows the lots between.
 */
export function lotsBetween(from: string, to: string): number | null {
  const [a, b] = [lotNumberParts(normaliseLot(from)), lotNumberParts(normaliseLot(to))];
  if (a && b && a.prefix === b.prefix && a.digits === b.digits && /^\p{Lu}{2}$/u.test(a.suffix + b.suffix)) {
    return (b.suffix.codePointAt(0) ?? 0) - (a.suffix.codePointAt(0) ?? 0);
  }
  if (!a || !b || a.prefix !== b.prefix || a.suffix !== b.suffix || a.digits.length !== b.digits.length) return null;
  return Number(BigInt(b.digits) - BigInt(a.digits));
}
