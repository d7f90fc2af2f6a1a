import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SignatureVerdict } from '#lib/domain/ledger/wire-format';
import { wireFormats } from './index.ts';

const now = 1_780_000_000;
const raw = new TextEncoder().encode('{"amount":12.50}');
const hmac = (key: string | Uint8Array, ...parts: (string | Uint8Array)[]) => {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made;
};
const verdict = ({ ok, ...rest }: SignatureVerdict) => ('fault' in rest ? rest.fault : ok);

describe('standard', () => {
  const key = Buffer.from('a key of the standard senders').toString('base64');
  const id = 'msg_1';
  const signed = (time: string | number, of = key) =>
    `v1,${hmac(Buffer.from(of, 'base64'), `${id}.${time}.`, raw).digest('base64')}`;
  const judge = (signature: string, secrets = [`whsec_${key}`], time: string | number = now, webhookId = id) => {
    const headers = { 'webhook-id': webhookId, 'webhook-timestamp': String(time), 'webhook-signature': signature };
    return verdict(wireFormats.standard.verify(raw, new Headers(headers), secrets, now));
  };

  test('with the prefix and without it', () => {
    expect(judge(signed(now))).toBe(true);
    expect(judge(signed(now), [key])).toBe(true);
  });

  test('five minutes either way', () => {
    expect(judge(signed(now - 300), undefined, now - 300)).toBe(true);
    expect(judge(signed(now + 300), undefined, now + 300)).toBe(true);
    expect(judge(signed(now - 301), undefined, now - 301)).toBe('stale');
    expect(judge(signed(now + 301), undefined, now + 301)).toBe('stale');
  });

  test.each(['Infinity', '1e9', `${now}.5`, '-1'])('webhook-timestamp %s is refused though it was signed', (time) => {
    expect(judge(signed(time), undefined, time)).toBe('malformed');
  });

  test('rotation, unusable secrets, other ids', () => {
    expect(judge(signed(now), ['whsec_bmV3', `whsec_${key}`])).toBe(true);
    expect(judge(signed(now), ['whsec_bmV3'])).toBe('mismatch');
    for (const none of ['', 'whsec_', 'whsec_***', '!']) expect(judge(signed(now), [none])).toBe('no-secret');
    expect(judge(signed(now), undefined, now, 'msg_2')).toBe('mismatch');
    expect(judge(signed(now), undefined, now, '')).toBe('missing');
  });

  test.each([
    ['two in one header', `v1,AAAA ${signed(now)}`, true],
    ['a header sent twice', `${signed(now)}, ${signed(now)}`, true],
    ['an empty v1 beside it', `v1, ${signed(now)}`, true],
    ['an empty v1', 'v1,', 'malformed'],
    ['another scheme', signed(now).replace('v1', 'v2'), 'malformed'],
    ['too short', 'v1,AAAA', 'malformed'],
    ['not base64', `v1,${'*'.repeat(44)}`, 'malformed'],
    ['an hmac labelled ed25519', signed(now).replace('v1', 'v1a'), 'malformed'],
  ])('%s', (_what, signature, expected) => {
    expect(judge(signature)).toBe(expected);
  });

  test('ed25519 passes with its public key only, and never as an hmac key', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const secretOf = (bytes: Buffer) => `whpk_${bytes.toString('base64')}`;
    const own = secretOf(Buffer.from(x, 'base64url'));
    const message = Buffer.concat([Buffer.from(`${id}.${now}.`), raw]);
    const signature = `v1a,${sign(null, message, privateKey).toString('base64')}`;
    expect(judge(signature, [own])).toBe(true);
    expect(judge(signature, [`whsec_${key}`, own])).toBe(true);
    expect(judge(signature, [secretOf(Buffer.alloc(32, 7))])).toBe('mismatch');
    expect(judge(signature, [secretOf(Buffer.alloc(31, 7))])).toBe('mismatch');
    expect(judge(signature, ['whpk_'])).toBe('mismatch');
    expect(judge(`v1,${hmac(Buffer.from(x, 'base64url'), message).digest('base64')}`, [own])).toBe('mismatch');
  });
});
