import type { SignatureVerdict, WireFormat, WireHeaders } from '#lib/domain/ledger/wire-format';
import { openCloudEvents } from './cloud-events.ts';
import { anyMatches, invalidSignature, listElements, sha256FromHex, usableSecrets, validSignature } from './hmac.ts';

const prefix = 'sha256=';

/**
 * The Medication Service: `X-Ghasi-Signature: sha256=<hex>`, and CloudEvents 1.0 with `tenantid`, `actorid` and
 * `correlationid`. The header is published for its gateway's pushes; hex over the raw body is a reading, and so is a
 * push over HTTP at all. Attributes in headers are not signed: binary mode is not read here.
 */
export const medicationService: WireFormat = {
  name: 'medication-service',
  keptHeaders: ['content-type', 'user-agent', 'x-ghasi-delivery-id'],
  verify,
  open: openCloudEvents,
};

function verify(raw: Uint8Array, headers: WireHeaders, secrets: readonly string[]): SignatureVerdict {
  const header = headers.get('x-ghasi-signature');
  if (header === null || header.trim() === '') return invalidSignature('missing');
  const signatures = listElements(header)
    .map((element) => (element.startsWith(prefix) ? sha256FromHex(element.slice(prefix.length)) : null))
    .filter((signature) => signature !== null);
  if (signatures.length === 0) return invalidSignature('malformed');
  const keys = usableSecrets(secrets);
  if (keys.length === 0) return invalidSignature('no-secret');
  return anyMatches(keys, [raw], signatures) ? validSignature : invalidSignature('mismatch');
}
