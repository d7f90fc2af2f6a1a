import { isStorableText } from '#lib/domain/unstorable';
import { scalar } from '../scalar.ts';

/** A pharmacy's name, from text or from an object that has one (its keys are not published); anything else counts as not supplied. */
export const pharmacy = scalar((value) => {
  for (const name of [value, ...namesIn(value)]) {
    if (typeof name === 'string' && name.trim() !== '' && name.length <= 256 && isStorableText(name))
      return name.trim();
  }
  return undefined;
});

function namesIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return ['name', 'pharmacy_name', 'pharmacy_id'].map((key) => Reflect.get(value, key));
}
