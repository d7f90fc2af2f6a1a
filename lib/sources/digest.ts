import { hash } from 'node:crypto';
import { canonicalJson } from '#lib/domain/base/json/canonical';
import type { Json } from '#lib/domain/base/json/json';

/** SHA-256 (hex) of an event's content: white space, key order and escapes make no difference. */
export function digestOf(value: Json): string {
  return hash('sha256', canonicalJson(value), 'hex');
}

/** SHA-256 (hex) of bytes that could not be read as JSON. */
export function digestOfBytes(raw: Uint8Array): string {
  return hash('sha256', raw, 'hex');
}

/** The key of an event that names no id of its own. The prefix keeps it apart from any id that a sender chose. */
export function keyOfDigest(digest: string): string {
  return `sha256:${digest}`;
}
