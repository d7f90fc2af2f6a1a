import { compare, decimal } from '#lib/domain/decimal';
import { instant } from '#lib/domain/instant';
import { isStorableText } from '#lib/domain/unstorable';
import { Refusal } from './refusal.ts';
import { scalar, unlike } from './scalar.ts';

const longestId = 256;
const longestText = 4000;

function bounded(value: string, longest: number): string | Refusal {
  if (value.length > longest) return new Refusal(`text of at most ${longest} characters`, 'longer text');
  return isStorableText(value) ? value : new Refusal('text', 'text with characters that cannot be stored');
}

/** Opaque text; a number is taken as text (`sources.md`), but not one that JSON has already rounded. */
export const id = scalar((value) => {
  if (Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' ? bounded(value.trim(), longestId) : unlike('text', value);
});

/** Words that decide something: a reason, an address, a unit. Longer than 4,000 characters is refused: nothing is cut in silence. */
export const text = scalar((value) =>
  typeof value === 'string' ? bounded(value.trim(), longestText) : unlike('text', value),
);

/** Words that only decorate: anything but text counts as not supplied. */
export const note = scalar((value) => (typeof value === 'string' ? bounded(value.trim(), longestText) : undefined));

/** Any exact decimal, from a number or numeric text. */
export const amount = scalar((value) => exact(value));

/** A decimal that cannot be below zero: the sign of a movement is ours to say, not the sender's. */
export const quantity = scalar((value) => {
  const found = exact(value);
  return typeof found === 'string' && compare(found, '0') < 0
    ? new Refusal('number of zero or more', 'negative number')
    : found;
});

function exact(value: unknown): string | Refusal {
  if (typeof value !== 'number' && typeof value !== 'string') return unlike('number', value);
  const found = decimal(value);
  if (found !== null) return found;
  return typeof value === 'string' ? new Refusal('number', 'text') : new Refusal('number', 'number out of bounds');
}

/** A whole number from zero up: refills, days, a horizon. */
export const count = scalar((value) => {
  const found = exact(value);
  if (found instanceof Refusal) return found;
  return /^\d{1,6}$/.test(found) ? Number(found) : new Refusal('whole number of zero or more', 'other number');
});

export const yesNo = scalar((value) => (typeof value === 'boolean' ? value : unlike('yes or no', value)));

/** Any RFC 3339 instant, as UTC with milliseconds. One without a zone is refused: nobody can know which was meant. */
export const moment = scalar((value) => {
  if (typeof value !== 'string') return unlike('date and time', value);
  return instant(value.trim()) ?? new Refusal('date and time with a zone', 'other text');
});

/** A calendar date `YYYY-MM-DD`; an instant is cut to the date it names. */
export const day = scalar((value) => {
  if (typeof value !== 'string') return unlike('date', value);
  const written = value.trim();
  const date = written.length === 10 ? written : instant(written) && written.slice(0, 10);
  return date && instant(`${date}T00:00:00Z`) ? date : new Refusal('date', 'other text');
});

/** Either of the two: `heldUntil` is published with no type. */
export const dayOrMoment = scalar((value) => {
  if (typeof value !== 'string') return unlike('date', value);
  const written = value.trim();
  const found = instant(written) ?? (instant(`${written}T00:00:00Z`) && written);
  return found || new Refusal('date', 'other text');
});
