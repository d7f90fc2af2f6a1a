import { decimal } from '#lib/domain/base/decimal';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { shortenedText } from '#lib/domain/base/shortened';
import { scalar } from '../scalar.ts';
import { kindOf, Unreadable } from '../unreadable.ts';

const longest = 200;

/** A dose as it is read out: "500 mg", from `{amount, unit}` (published), from text or from a bare number. */
export const dose = scalar((value) => {
  if (typeof value === 'string') return bounded(value.trim());
  if (typeof value === 'number') return decimal(value) ?? new Unreadable('number', 'number out of bounds');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Unreadable('object or text', kindOf(value));
  const amount: unknown = Reflect.get(value, 'amount') ?? undefined;
  const unit: unknown = Reflect.get(value, 'unit') ?? '';
  if (amount === undefined) return undefined;
  const exact = typeof amount === 'number' || typeof amount === 'string' ? decimal(amount) : null;
  if (exact === null) return new Unreadable('number as its amount', kindOf(amount));
  return typeof unit === 'string'
    ? bounded(`${exact} ${unit}`.trim())
    : new Unreadable('text as its unit', kindOf(unit));
});

function bounded(text: string): string | Unreadable {
  if (!isStorableText(text)) return new Unreadable('text', 'text with characters that cannot be stored');
  if (text.length <= longest) return text;
  return new Unreadable(`text of at most ${longest} characters`, 'longer text', shortenedText(text, longest));
}
