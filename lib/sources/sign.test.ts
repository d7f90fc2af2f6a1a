import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wireFormatNames } from '#lib/domain/base/system';
import { wireFormats } from './index.ts';
import { signHeaders } from './sign.ts';

test.each(wireFormatNames)('what is signed as %s is accepted, whatever the bytes', (format) => {
  const key = fc
    .uint8Array({ minLength: 1, maxLength: 64 })
    .map((bytes) =>
      format === 'standard' ? `whsec_${Buffer.from(bytes).toString('base64')}` : Buffer.from(bytes).toString('hex'),
    );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), key, fc.nat(2_000_000_000), (raw, secret, now) => {
      const headers = new Headers(signHeaders(format, raw, secret, { now, messageId: 'msg_1' }));
      expect(wireFormats[format].verify(raw, headers, [secret], now)).toEqual({ ok: true });
    }),
  );
});

test('a standard secret that cannot sign is refused in a sentence', () => {
  for (const secret of ['', 'whsec_', 'not base64!', 'whpk_AAAA']) {
    expect(() => signHeaders('standard', '{}', secret, { now: 0, messageId: 'm' })).toThrow('base64 after "whsec_"');
  }
});
