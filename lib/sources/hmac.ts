import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureFault, SignatureVerdict } from '#lib/domain/ledger/wire-format';

const sha256Hex = /^[0-9a-f]{64}$/i;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

export const validSignature: SignatureVerdict = { ok: true };

export function invalidSignature(fault: SignatureFault): SignatureVerdict {
  return { ok: false, fault };
}

/** HMAC-SHA256 over the parts as if they were one run of bytes: the body is neither copied nor decoded. */
export function hmacSha256(key: string | Uint8Array, parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** 64 hex digits in either case as 32 bytes, else null. */
export function sha256FromHex(text: string): Buffer | null {
  return sha256Hex.test(text) ? Buffer.from(text, 'hex') : null;
}

/** Base64 of exactly so many bytes, else null. */
export function bytesFromBase64(text: string, length: number): Buffer | null {
  if (!base64.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length ? bytes : null;
}

/** The elements of a header that may hold several, or came more than once and was joined with commas. */
export function listElements(header: string): string[] {
  return header.split(',').map((element) => element.trim());
}

/**
 * True where any signature is the one that any of the keys gives. Every pair is compared, in constant time, so that the time taken does not
 * reveal which key or signature was near.
 */
export function anyMatches(
  keys: readonly (string | Uint8Array)[],
  parts: readonly (string | Uint8Array)[],
  signatures: readonly Buffer[],
): boolean {
  let matches = false;
  for (const key of keys) {
    const expected = hmacSha256(key, parts);
    for (const signature of signatures) {
      if (signature.length === expected.length && timingSafeEqual(signature, expected)) matches = true;
    }
  }
  return matches;
}

/** An empty secret is no secret: anybody could sign with it. */
export function usableSecrets(secrets: readonly string[]): string[] {
  return secrets.filter((secret) => secret !== '');
}
