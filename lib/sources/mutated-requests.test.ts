import { describe, expect, test } from 'vitest';
import { type WireFormatName, wireFormatNames } from '#lib/domain/base/system';
import { wireFormats } from './index.ts';
import { signHeaders } from './sign.ts';

/** Over the four formats; `MUTATED_REQUESTS=1000000` asks for more. */
const total = Number(process.env['MUTATED_REQUESTS'] ?? 100_000);
const now = 1_780_000_000;
const secrets: Record<WireFormatName, string> = {
  osigu: 'a-secret',
  photon: 'a-secret',
  'medication-service': 'a-secret',
  standard: 'whsec_bXV0YXRlZC1yZXF1ZXN0cw==',
};
const signatureHeader: Record<WireFormatName, string> = {
  osigu: 'x-osigu-signature',
  photon: 'x-photon-signature',
  'medication-service': 'x-ghasi-signature',
  standard: 'webhook-signature',
};
const body = new TextEncoder().encode(
  '{"specversion":"1.0","type":"t","id":"1","source":"s","data":{"quantity":12.50}}',
);

type Request = { raw: Uint8Array; headers: Record<string, string>; secret: string };
type Random = (below: number) => number;

/** Mulberry32: the same mutations in every run. */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const printable = (random: Random) => String.fromCharCode(33 + random(94));
const flipped = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);

/** The last digit that carries bits of the signature: an earlier one may be part of a name, a later one is padding. */
function digitOf(format: WireFormatName, header: string, random: Random): number {
  return format === 'standard' ? 3 + random(42) : header.length - 1 - random(64);
}

/** Each changes what was signed, the key, or the signature's value, so that none may pass. */
const mutations: Record<string, (request: Request, format: WireFormatName, random: Random) => void> = {
  'a byte of the body changed': ({ raw }, _format, random) => {
    const at = random(raw.length);
    raw[at] = (raw[at] ?? 0) ^ (1 + random(255));
  },
  'the body cut': (request, _format, random) => {
    request.raw = request.raw.slice(0, random(request.raw.length));
  },
  'the body grown': (request, _format, random) => {
    request.raw = Uint8Array.of(...request.raw, random(256));
  },
  'a digit of the signature changed': ({ headers }, format, random) => {
    const name = signatureHeader[format];
    const header = headers[name] ?? '';
    const at = digitOf(format, header, random);
    const digit = header.charAt(at) === '0' ? '1' : '0';
    headers[name] = flipped(header, at, digit);
  },
  'a character of the signature made rubbish': ({ headers }, format, random) => {
    const name = signatureHeader[format];
    const header = headers[name] ?? '';
    headers[name] = flipped(header, digitOf(format, header, random), '*');
  },
  'the signature cut': ({ headers }, format, random) => {
    const name = signatureHeader[format];
    const header = headers[name] ?? '';
    // Base64's padding carries nothing: cut what does.
    headers[name] = header.slice(0, format === 'standard' ? random(44) : random(header.length));
  },
  'the signature all noise': ({ headers }, format, random) => {
    headers[signatureHeader[format]] = Array.from({ length: random(120) }, () => printable(random)).join('');
  },
  'no signature': ({ headers }, format) => {
    delete headers[signatureHeader[format]];
  },
  'another secret': (request, format, random) => {
    request.secret =
      format === 'standard' ? `whsec_${'ABCDEFGH'.charAt(random(8))}AAA` : `a-secret${printable(random)}`;
  },
  'an empty secret': (request, format) => {
    request.secret = format === 'standard' ? 'whsec_' : '';
  },
};

describe.each(wireFormatNames)('%s', (format) => {
  test('no mutated request is accepted and none throws', () => {
    const random = seeded(20_260_625);
    const kinds = Object.entries(mutations);
    const signed = signHeaders(format, body, secrets[format], { now, messageId: 'msg_1' });
    const wire = wireFormats[format];
    expect(wire.verify(body, new Headers(signed), [secrets[format]], now)).toEqual({ ok: true });
    const accepted: string[] = [];
    for (let count = 0; count < total / wireFormatNames.length; count++) {
      const [kind, mutate] = kinds[count % kinds.length] ?? [];
      const request = { raw: body.slice(), headers: { ...signed }, secret: secrets[format] };
      mutate?.(request, format, random);
      const headers = { get: (name: string) => request.headers[name] ?? null };
      if (wire.verify(request.raw, headers, [request.secret], now).ok) accepted.push(`${kind} #${count}`);
    }
    expect(accepted).toEqual([]);
  });
});
