import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { shortenedText } from '#lib/domain/base/shortened';
import { scalar } from '../scalar.ts';
import { kindOf, Unreadable } from '../unreadable.ts';

const longest = 256;

/** A pharmacy's name, from text or from an object that has one (its keys are not published). */
export const pharmacy = scalar((value) => {
  for (const name of [value, ...namesIn(value)]) {
    if (typeof name !== 'string' || name.trim() === '' || !isStorableText(name)) continue;
    const written = name.trim();
    if (written.length <= longest) return written;
    return new Unreadable(`text of at most ${longest} characters`, 'longer text', shortenedText(written, longest));
  }
  return new Unreadable('a name', kindOf(value));
});

function namesIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return ['name', 'pharmacy_name', 'pharmacy_id'].map((key) => Reflect.get(value, key));
}
