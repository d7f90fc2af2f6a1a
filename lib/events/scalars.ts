import { compare, decimal } from '#lib/domain/base/decimal';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { shortenedText } from '#lib/domain/base/shortened';
import { instant } from '#lib/domain/base/time/instant';
import { scalar, unlike } from './scalar.ts';
import { Unreadable } from './unreadable.ts';
import { writtenDay } from './written-day.ts';

const longestId = 256;
const longestText = 4000;

function storable(value: string): string | Unreadable {
  return isStorableText(value) ? value : new Unreadable('text', 'text with characters that cannot be stored');
}

const tooLong = (longest: number, instead?: string) =>
  new Unreadable(`text of at most ${longest} characters`, 'longer text', instead);

/** Opaque text; a number is taken as text (`sources.md`), but not one that JSON has already rounded. */
export const id = scalar((value) => {
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string') return unlike('text', value);
  const written = value.trim();
  return written.length > longestId ? tooLong(longestId) : storable(written);
});

/** Words: a reason, a name, a unit. Of more than 4,000 characters the beginning counts, and says itself how much was cut. */
export const textScalar = scalar((value) => {
  if (typeof value !== 'string') return unlike('text', value);
  const written = storable(value.trim());
  if (written instanceof Unreadable || written.length <= longestText) return written;
  return tooLong(longestText, shortenedText(written, longestText));
});

/** Any exact decimal, from a number or numeric text. */
export const amount = scalar((value) => exact(value));

/** A decimal that cannot be below zero: we set the sign of a movement, not the source. */
export const quantity = scalar((value) => {
  const found = exact(value);
  return typeof found === 'string' && compare(found, '0') < 0
    ? new Unreadable('number of zero or more', 'negative number')
    : found;
});

function exact(value: unknown): string | Unreadable {
  if (typeof value !== 'number' && typeof value !== 'string') return unlike('number', value);
  const found = decimal(value);
  if (found !== null) return found;
  return typeof value === 'string'
    ? new Unreadable('number', 'text')
    : new Unreadable('number', 'number out of bounds');
}

/** A whole number from zero up: refills, days, a horizon. */
export const count = scalar((value) => {
  const found = exact(value);
  if (found instanceof Unreadable) return found;
  return /^\d{1,6}$/.test(found) ? Number(found) : new Unreadable('whole number of zero or more', 'other number');
});

export const yesNo = scalar((value) => (typeof value === 'boolean' ? value : unlike('yes or no', value)));

/** Any RFC 3339 instant, as UTC with milliseconds. One without a zone is refused: its zone cannot be known. */
export const moment = scalar((value) => {
  if (typeof value !== 'string') return unlike('date and time', value);
  return instant(value.trim()) ?? new Unreadable('date and time with a zone', 'other text');
});

/** A calendar date as people write it; of two that one spelling can mean, the earlier counts. An instant is cut to the date it names. */
export const day = scalar((value) => {
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string') return unlike('date', value);
  const found = writtenDay(written.trim());
  if (found === null) return new Unreadable('date', 'other text');
  return 'is' in found ? found.is : new Unreadable('date', 'day and month that cannot be told apart', found.earlier);
});

/** Either of the two: `heldUntil` is published with no type. */
export const dayOrMoment = scalar((value) => {
  if (typeof value !== 'string') return unlike('date', value);
  const written = value.trim();
  const found = instant(written) ?? writtenDay(written);
  if (found === null) return new Unreadable('date', 'other text');
  if (typeof found === 'string') return found;
  return 'is' in found ? found.is : new Unreadable('date', 'day and month that cannot be told apart', found.earlier);
});
