import { arrayItem } from '#lib/domain/base/json/array-item';

/** What of the signed bytes is one event's own: all of them, or its item of a batch. Never a sibling's, which is another's record and may be purged. */
export function eventTextInBatch(raw: Uint8Array, index: number | null): string {
  const text = new TextDecoder().decode(raw);
  return index === null ? text : (arrayItem(text, index) ?? '');
}
