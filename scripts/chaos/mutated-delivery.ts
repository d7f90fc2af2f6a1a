import type { Sender } from '#scripts/testing/signed-request';
import { signedNow } from './post.ts';

type Delivery = { readonly raw: Uint8Array; readonly headers: Readonly<Record<string, string>> };

const signatureHeaders = ['x-osigu-signature', 'x-photon-signature', 'x-ghasi-signature', 'webhook-signature'];
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];
const place = (length: number) => Math.floor(Math.random() * length);

/** Another character of the same kind, so that the form stays and the value does not. */
function otherDigit(text: string): string {
  // Not the last two: the end of base64 holds bits that nobody reads. Never the case of a letter, which hex does not tell apart.
  const digits = [...text.slice(0, -2).matchAll(/[0-9a-f]/gi)].map(({ index }) => index).slice(-20);
  const at = pick(digits) ?? 0;
  const now = text[at] ?? '0';
  return text.slice(0, at) + (now === '7' ? '3' : '7') + text.slice(at + 1);
}

function flipped(raw: Uint8Array): Uint8Array {
  const copy = new Uint8Array(raw);
  const at = place(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << place(8));
  return copy;
}

const mutations: readonly ((good: Delivery, header: string, sender: Sender) => Delivery)[] = [
  ({ raw, headers }) => ({ raw: flipped(raw), headers }),
  ({ raw, headers }) => ({ raw: raw.slice(0, raw.length - 1 - place(20)), headers }),
  ({ raw, headers }) => ({ raw: new Uint8Array([...raw, 32]), headers }),
  ({ raw, headers }, header) => ({ raw, headers: { ...headers, [header]: otherDigit(headers[header] ?? '') } }),
  ({ raw, headers }, header) => ({
    raw,
    headers: { ...headers, [header]: (headers[header] ?? '').slice(0, -2 - place(30)) },
  }),
  ({ raw, headers }, header) => ({ raw, headers: { ...headers, [header]: '' } }),
  ({ raw, headers }, header) => ({ raw, headers: { ...headers, [header]: pick(nonsense) ?? '' } }),
  ({ raw, headers }, header) => {
    const { [header]: _gone, ...rest } = headers;
    return { raw, headers: rest };
  },
  // Signed with another secret, which is validly formed for every format.
  ({ raw, headers }, _header, sender) => {
    const secret = sender.format === 'standard' ? 'whsec_bm90LXRoZS1zZWNyZXQtb2YtdGhpcy1zb3VyY2U=' : 'not-the-secret';
    const forged = signedNow(
      { ...sender, secret },
      Buffer.from(raw).toString('utf8'),
      headers['webhook-id'] ?? 'msg_x',
    );
    return { raw, headers: forged };
  },
];

const nonsense = [
  ',,,,',
  'v1',
  'v1=',
  't=Infinity,v1=00',
  't=1e400,v1=',
  'sha256=',
  'sha256=zz',
  'v1,',
  'v1a,AAAA',
  `t=1,v1=${'0'.repeat(64)}`,
];

/** A valid delivery with one thing wrong: a bit of the body, a digit of the signature, the header, the secret. */
export function mutatedDelivery(sender: Sender, raw: string, id: string): Delivery {
  const good = { raw: new TextEncoder().encode(raw), headers: signedNow(sender, raw, id) };
  const header = signatureHeaders.find((name) => name in good.headers) ?? '';
  return (pick(mutations) ?? mutations[0])?.(good, header, sender) ?? good;
}
