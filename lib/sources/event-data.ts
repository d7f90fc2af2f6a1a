import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import { whyNotStorable } from '#lib/domain/base/json/jsonb-limits';
import { parseJson } from '#lib/domain/base/json/parse-json';

export type EventData =
  | { readonly ok: true; readonly data: JsonObject | null }
  | { readonly ok: false; readonly paths: readonly string[] };

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The payload of an event: an object, or null where the sender gave none. Every payload that any sender publishes is an
 * object, so anything else is refused, and so is any event that holds what the ledger cannot store.
 */
export function eventData(event: JsonObject): EventData {
  const paths = whyNotStorable(event);
  if (paths.length > 0) return { ok: false, paths };
  const plain = event['data'] ?? null;
  const encoded = event['data_base64'] ?? null;
  if (encoded === null) return asObject(plain, '$.data');
  // CloudEvents allows one of the two: which would be the true one?
  if (plain !== null) return { ok: false, paths: ['$.data', '$.data_base64'] };
  return fromBase64(encoded);
}

function asObject(value: Json, path: string): EventData {
  return value === null || isObject(value) ? { ok: true, data: value } : { ok: false, paths: [path] };
}

function fromBase64(encoded: Json): EventData {
  const path = '$.data_base64';
  if (typeof encoded !== 'string' || !base64.test(encoded)) return { ok: false, paths: [path] };
  const parsed = parseJson(Buffer.from(encoded, 'base64'));
  if (!parsed.ok || whyNotStorable(parsed.value).length > 0) return { ok: false, paths: [path] };
  return asObject(parsed.value, path);
}
