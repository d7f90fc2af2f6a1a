import { parseJson } from '#lib/domain/base/json/parse-json';
import type { OpenedBody } from '#lib/domain/ledger/envelope';
import type { SignatureVerdict, WireFormat, WireHeaders } from '#lib/domain/ledger/wire-format';
import { isFresh, isUnixSeconds } from './freshness.ts';
import { anyMatches, invalidSignature, listElements, sha256FromHex, usableSecrets, validSignature } from './hmac.ts';
import { openOsiguEvent } from './osigu-event.ts';
import { notJson } from './unopened.ts';

/** Osigu: `X-Osigu-Signature: t=<unix s>,v1=<hex>[,v1=<hex>…]` over `"<t>.<raw body>"`, and an envelope of its own (published). */
export const osigu: WireFormat = {
  name: 'osigu',
  keptHeaders: ['content-type', 'user-agent'],
  verify,
  open,
};

function verify(raw: Uint8Array, headers: WireHeaders, secrets: readonly string[], now: number): SignatureVerdict {
  const header = headers.get('x-osigu-signature');
  if (header === null || header.trim() === '') return invalidSignature('missing');
  const times = new Set<string>();
  const signatures: Buffer[] = [];
  for (const element of listElements(header)) {
    if (element.startsWith('t=')) times.add(element.slice(2));
    const signature = element.startsWith('v1=') ? sha256FromHex(element.slice(3)) : null;
    if (signature !== null) signatures.push(signature);
  }
  const [time, ...others] = times;
  if (time === undefined || others.length > 0 || !isUnixSeconds(time) || signatures.length === 0) {
    return invalidSignature('malformed');
  }
  if (!isFresh(time, now)) return invalidSignature('stale');
  const keys = usableSecrets(secrets);
  if (keys.length === 0) return invalidSignature('no-secret');
  return anyMatches(keys, [`${time}.`, raw], signatures) ? validSignature : invalidSignature('mismatch');
}

function open(raw: Uint8Array): OpenedBody {
  const parsed = parseJson(raw);
  const event = parsed.ok ? openOsiguEvent(parsed.value) : notJson(raw, parsed.paths);
  return { batch: false, events: [event] };
}
