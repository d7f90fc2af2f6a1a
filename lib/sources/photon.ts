import type { Verdict, WireFormat, WireHeaders } from '#lib/domain/ledger/wire-format';
import { openCloudEvents } from './cloud-events.ts';
import { accepted, anyMatches, listed, liveSecrets, refused, sha256FromHex } from './hmac.ts';

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

function verify(raw: Uint8Array, headers: WireHeaders, secrets: readonly string[]): Verdict {
  const header = headers.get('x-photon-signature');
  if (header === null || header.trim() === '') return refused('missing');
  const signatures = listed(header)
    .map(sha256FromHex)
    .filter((signature) => signature !== null);
  if (signatures.length === 0) return refused('malformed');
  const keys = liveSecrets(secrets);
  if (keys.length === 0) return refused('no-secret');
  return anyMatches(keys, [raw], signatures) ? accepted : refused('mismatch');
}
