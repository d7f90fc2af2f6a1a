import { normaliseLot } from '#lib/domain/stock/lot-number';
import { lotNumberParts, lotShape } from './lot-shape.ts';
import type { LotPattern, LotRange } from './notice.ts';
import { fullEnd } from './range.ts';

/**
 * The position of a lot in a named range. `inside`: same letters, same number of digits, the number between the ends, or the same number
 * and the letter after it between theirs. `perhaps`: the number lies between the ends, or the letters differ in kind, so that only the
 * maker knows.
 */
export function inRange(lot: string, range: LotRange): 'inside' | 'perhaps' | 'outside' {
  const whole = normaliseLot(lot);
  const from = normaliseLot(range.from);
  const to = fullEnd(from, range.to) ?? normaliseLot(range.to);
  if (whole === from || whole === to) return 'inside';
  const letters = /^(.*\d)\p{Lu}$/u;
  const number = letters.exec(from)?.[1];
  if (number && number === letters.exec(to)?.[1] && number === letters.exec(whole)?.[1]) {
    return from < whole && whole < to ? 'inside' : 'outside';
  }
  const [part, start, end] = [lotNumberParts(whole), lotNumberParts(from), lotNumberParts(to)];
  if (!part || !start || !end) return 'outside';
  const counted = BigInt(part.digits);
  const between = counted >= BigInt(start.digits) && counted <= BigInt(end.digits);
  const sameLetters = part.prefix === start.prefix && part.suffix === start.suffix;
  const evenRange =
    start.prefix === end.prefix && start.suffix === end.suffix && start.digits.length === end.digits.length;
  if (evenRange) {
    if (!between) return 'outside';
    if (sameLetters && part.digits.length === start.digits.length) return 'inside';
    return lettersOf(part.prefix) === lettersOf(start.prefix) ? 'perhaps' : 'outside';
  }
  const within = lotShape(whole) === lotShape(from) && whole >= from && whole <= to;
  return within || (between && lettersOf(part.prefix) === lettersOf(start.prefix)) ? 'perhaps' : 'outside';
}

/** Letters without separators and the zeros before the number. */
const lettersOf = (prefix: string) => prefix.replace(/[^\p{L}\d]/gu, '');

/** True where a lot fits a description ("beginning with 5", "12345 and higher"). */
export function fitsPattern(lot: string, { kind, value }: LotPattern): boolean {
  const [whole, named] = [normaliseLot(lot), normaliseLot(value)];
  if (kind === 'begins') return whole.startsWith(named);
  if (kind === 'ends') return whole.endsWith(named);
  const [part, limit] = [lotNumberParts(whole), lotNumberParts(named)];
  if (!part || !limit || part.prefix !== limit.prefix) return false;
  return kind === 'from' ? BigInt(part.digits) >= BigInt(limit.digits) : BigInt(part.digits) <= BigInt(limit.digits);
}

/** `12345-60` named as one lot may be a range written short; null when it can't be. */
export function shortRange(lot: string): LotRange | null {
  const parts = /^([^\s-]{3,20})-(\d{1,4})$/.exec(normaliseLot(lot));
  const [from = '', to = ''] = parts?.slice(1) ?? [];
  return parts && fullEnd(from, to) ? { from, to } : null;
}
