import { arrayItem } from '#lib/domain/base/json/array-item';

/**
 * The part of the signed bytes that is one event's own: all of them, or its item of a batch. Never a sibling's, which is another's record
 * and may be purged.
 */
export function eventTextInBatch(raw: Uint8Array, index: number | null): string {
  const text = new TextDecoder().decode(raw);
  return index === null ? text : (arrayItem(text, index) ?? '');
}
