import type { Json } from '#lib/domain/base/json/json';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';

/** In bytes of UTF-8. Source and id together are one key, and PostgreSQL refuses an index row over 2,704 bytes. */
export const longestAttribute = 1024;

/**
 * An envelope's attribute as text, or null where it is absent (JSON null included) or cannot serve: empty, too long, of
 * another type. Ids are opaque text, and a number is taken as text.
 */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string' || value === '' || !isStorableText(value)) return null;
  return fits(value) ? value : null;
}

/** Present, and yet of no use: never to be taken for absent where something is decided by it. */
export function isUnfit(value: Json | undefined): boolean {
  return value !== undefined && value !== null && textOf(value) === null;
}

function fits(text: string): boolean {
  if (text.length * 3 <= longestAttribute) return true;
  return text.length <= longestAttribute && Buffer.byteLength(text) <= longestAttribute;
}
