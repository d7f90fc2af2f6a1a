import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SignatureVerdict } from '#lib/domain/ledger/wire-format';
import { wireFormats } from './index.ts';

const now = 1_780_000_000;
const raw = new TextEncoder().encode('{"amount":12.50}');
const secret = 'trap-secret';
const hmac = (key: string | Uint8Array, ...parts: (string | Uint8Array)[]) => {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made;
};
const verdict = ({ ok, ...rest }: SignatureVerdict) => ('fault' in rest ? rest.fault : ok);

describe('osigu', () => {
  const good = hmac(secret, `${now}.`, raw).digest('hex');
  const signedAs = (t: string) => hmac(secret, `${t}.`, raw).digest('hex');
  const judge = (header: string | null, secrets = [secret]) =>
    verdict(
      wireFormats.osigu.verify(raw, new Headers(header === null ? {} : { 'x-osigu-signature': header }), secrets, now),
    );

  test.each([
    ['plain', `t=${now},v1=${good}`, true],
    ['t after v1', `v1=${good},t=${now}`, true],
    ['white space', ` t=${now} , v1=${good} `, true],
    ['upper-case hex', `t=${now},v1=${good.toUpperCase()}`, true],
    ['unknown schemes beside it', `v0=${good},t=${now},v2=x,v1=${good}`, true],
    ['an empty v1 beside it', `t=${now},v1=,v1=${good}`, true],
    ['a header sent twice', `t=${now},v1=${good}, t=${now},v1=${good}`, true],
    ['two different t', `t=${now},t=${now + 1},v1=${good}`, 'malformed'],
    ['an empty v1', `t=${now},v1=`, 'malformed'],
    ['no v1', `t=${now}`, 'malformed'],
    ['no t', `v1=${good}`, 'malformed'],
    ['an unknown scheme only', `t=${now},v0=${good}`, 'malformed'],
    ['not hex', `t=${now},v1=${'z'.repeat(64)}`, 'malformed'],
    ['too long', `t=${now},v1=${good}00`, 'malformed'],
    ['hex with a space in it', `t=${now},v1=${good.slice(0, 32)} ${good.slice(32)}`, 'malformed'],
    ['blank', '   ', 'missing'],
    ['rubbish', ',,=,t,v1,=v1', 'malformed'],
    ['another digest', `t=${now},v1=${'0'.repeat(64)}`, 'mismatch'],
  ])('%s', (_what, header, expected) => {
    expect(judge(header)).toBe(expected);
  });

  test.each(['Infinity', '1e400', '-1', '1.78e9', 'NaN', '', '0x6a18a980', `+${now}`, `${now}.0`, '9'.repeat(400)])(
    't=%s is refused even when it is what was signed',
    (t) => {
      expect(judge(`t=${t},v1=${signedAs(t)}`)).toBe('malformed');
    },
  );

  test('a clock that is no number refuses', () => {
    const headers = new Headers({ 'x-osigu-signature': `t=${now},v1=${good}` });
    expect(verdict(wireFormats.osigu.verify(raw, headers, [secret], Number.NaN))).toBe('stale');
  });

  test('only a live secret counts', () => {
    const header = `t=${now},v1=${good}`;
    expect(judge(header, ['new', secret])).toBe(true);
    expect(judge(header, [secret, 'old'])).toBe(true);
    expect(judge(header, ['new', 'old'])).toBe('mismatch');
    expect(judge(header, [])).toBe('no-secret');
    expect(judge(`t=${now},v1=${hmac('', `${now}.`, raw).digest('hex')}`, ['', secret])).toBe('mismatch');
    expect(judge(`t=${now},v1=${hmac('', `${now}.`, raw).digest('hex')}`, [''])).toBe('no-secret');
  });
});

describe.each([
  { name: 'photon', header: 'x-photon-signature', prefix: '' },
  { name: 'medication-service', header: 'x-ghasi-signature', prefix: 'sha256=' },
] as const)('$name', ({ name, header, prefix }) => {
  const good = prefix + hmac(secret, raw).digest('hex');
  const judge = (value: string, secrets = [secret]) =>
    verdict(wireFormats[name].verify(raw, new Headers({ [header]: value }), secrets, now));

  test.each([
    ['plain', good, true],
    ['white space', `  ${good} `, true],
    ['a header sent twice', `${good}, ${good}`, true],
    ['empty', '', 'missing'],
    ['a digit short', good.slice(0, -1), 'malformed'],
    ['a byte too long', `${good}00`, 'malformed'],
    ['not hex', `${prefix}${'g'.repeat(64)}`, 'malformed'],
    ['another prefix', `sha1=${good}`, 'malformed'],
    ['another digest', `${prefix}${'f'.repeat(64)}`, 'mismatch'],
  ])('%s', (_what, value, expected) => {
    expect(judge(value)).toBe(expected);
  });

  test('rotation and empty secrets', () => {
    expect(judge(good, ['new', secret])).toBe(true);
    expect(judge(prefix + hmac('', raw).digest('hex'), [''])).toBe('no-secret');
    expect(judge(good, [])).toBe('no-secret');
  });

  test('the raw bytes are judged, not what they parse to', () => {
    const headers = new Headers({ [header]: good });
    const again = new TextEncoder().encode(JSON.stringify(JSON.parse('{"amount":12.50}')));
    expect(verdict(wireFormats[name].verify(again, headers, [secret], now))).toBe('mismatch');
  });
});
