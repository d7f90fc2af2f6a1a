import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyIdOf, openWith, SecretUnreadable, sealWith } from './secret-box.ts';

const key = randomBytes(32);
const owner = { tenantId: 'demo', sourceId: 'src_1' };
const secret = 'whsec_ñ ✓';

test('a sealed secret opens with its key, for its owner, and says nothing of itself', () => {
  const sealed = sealWith(key, secret, owner);
  expect(openWith(key, sealed, owner)).toBe(secret);
  expect(sealed).not.toContain(secret);
  expect(sealed).toMatch(new RegExp(`^v1\\.${keyIdOf(key)}\\.`));
});

test('the same secret never looks the same twice', () => {
  expect(sealWith(key, secret, owner)).not.toBe(sealWith(key, secret, owner));
});

test('moved to another tenant or source, it does not open', () => {
  const sealed = sealWith(key, secret, owner);
  expect(() => openWith(key, sealed, { ...owner, tenantId: 'other' })).toThrow(SecretUnreadable);
  expect(() => openWith(key, sealed, { ...owner, sourceId: 'src_2' })).toThrow(SecretUnreadable);
});

test('another key, or any changed byte, does not open it', () => {
  const sealed = sealWith(key, secret, owner);
  expect(() => openWith(randomBytes(32), sealed, owner)).toThrow(SecretUnreadable);
  const [version, keyId, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(() => openWith(key, `${version}.${keyId}.${changed.toString('base64url')}`, owner)).toThrow(
      SecretUnreadable,
    );
  }
  expect(() => openWith(key, `${version}.${keyId}.AAAA`, owner)).toThrow(SecretUnreadable);
  expect(() => openWith(key, secret, owner)).toThrow(SecretUnreadable);
});
