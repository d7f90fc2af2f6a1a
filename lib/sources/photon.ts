import type { SignatureVerdict, WireFormat, WireHeaders } from '#lib/domain/ledger/wire-format';
import { openCloudEvents } from './cloud-events.ts';
import { anyMatches, invalidSignature, listElements, sha256FromHex, usableSecrets, validSignature } from './hmac.ts';

/**
 * Photon: `X-Photon-Signature: <hex>` over the raw body, and CloudEvents 1.0 (published). `X-Photon-Timestamp` is not
 * signed, so it is kept and never judged. Attributes in headers are not signed either: binary mode is not read here.
 */
export const photon: WireFormat = {
  name: 'photon',
  keptHeaders: ['content-type', 'user-agent', 'x-photon-timestamp'],
  verify,
  open: openCloudEvents,
};

function verify(raw: Uint8Array, headers: WireHeaders, secrets: readonly string[]): SignatureVerdict {
  const header = headers.get('x-photon-signature');
  if (header === null || header.trim() === '') return invalidSignature('missing');
  const signatures = listElements(header)
    .map(sha256FromHex)
    .filter((signature) => signature !== null);
  if (signatures.length === 0) return invalidSignature('malformed');
  const keys = usableSecrets(secrets);
  if (keys.length === 0) return invalidSignature('no-secret');
  return anyMatches(keys, [raw], signatures) ? validSignature : invalidSignature('mismatch');
}
