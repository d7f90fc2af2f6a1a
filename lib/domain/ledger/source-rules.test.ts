import { expect, test } from 'vitest';
import type { WireFormatName } from '#lib/domain/base/system';
import { canSign, isOldSecret, secretFault, sourceKey } from './source-rules.ts';

const standard = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

test.each<[WireFormatName, string, ReturnType<typeof secretFault>]>([
  ['osigu', 'osk_live_0123456789', null],
  ['osigu', 'short', 'too-short'],
  ['photon', '', 'too-short'],
  ['photon', `with a space ${'x'.repeat(20)}`, 'unreadable'],
  ['medication-service', `with-ñ-${'x'.repeat(20)}`, 'unreadable'],
  ['osigu', 'x'.repeat(513), 'too-long'],
  ['standard', standard(32), null],
  ['standard', standard(24), null],
  ['standard', standard(23), 'too-short'],
  ['standard', `whpk_${Buffer.alloc(32, 1).toString('base64')}`, null],
  ['standard', 'not-prefixed-but-long-enough-to-pass', 'not-standard'],
  ['standard', 'whsec_!!!', 'not-standard'],
])('a secret of %s: %s → %s', (format, secret, fault) => {
  expect(secretFault(format, secret)).toBe(fault);
});

test.each([
  ['osigu-prod', true],
  ['a-1', true],
  ['ab', false],
  ['-ab', false],
  ['Osigu', false],
  ['a b c', false],
  ['a/b/c', false],
  ['x'.repeat(65), false],
])('the key %s can stand in an address: %s', (key, fits) => {
  expect(sourceKey.test(key)).toBe(fits);
});

test('a secret is old after half a year, and only a public key cannot sign', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  expect([isOldSecret('2026-05-20T12:00:00Z', now), isOldSecret('2026-06-20T12:00:00Z', now)]).toEqual([true, false]);
  expect([canSign('whpk_AAAA'), canSign(standard(32)), canSign('x')]).toEqual([false, true, true]);
});
