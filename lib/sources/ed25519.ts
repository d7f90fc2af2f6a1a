import { createPublicKey, verify } from 'node:crypto';
import { bytesFromBase64 } from './hmac.ts';

/** `publicKey` is the 32 raw bytes in base64, as it follows `whpk_`. Bytes that are no point of the curve match nothing. */
export function anyEd25519Matches(publicKey: string, message: Uint8Array, signatures: readonly Buffer[]): boolean {
  const bytes = bytesFromBase64(publicKey, 32);
  if (bytes === null) return false;
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
      format: 'jwk',
    });
    return signatures.some((signature) => verify(null, message, key, signature));
  } catch {
    return false;
  }
}
