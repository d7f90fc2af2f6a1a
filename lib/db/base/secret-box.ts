import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { env } from '#lib/env';

/** The owner of a secret: part of the seal, so that a sealed secret moved to another tenant's source does not open. */
export type SecretOwner = { readonly tenantId: string; readonly sourceId: string };

/** A stored secret that this process cannot open: another key, or changed bytes. Our side must fix it, so a sender is answered 503. */
export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
}

const nonceBytes = 12;
const tagBytes = 16;
const version = 'v1';

const boundTo = ({ tenantId, sourceId }: SecretOwner) => Buffer.from(JSON.stringify([tenantId, sourceId]));

/** Identifies the key that sealed a secret, without revealing anything of the key. */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('scriptline key id').update(key).digest('hex').slice(0, 12);
}

/** AES-256-GCM with a fresh nonce: `v1.{key id}.{base64url of nonce, ciphertext, tag}`. */
export function sealWith(key: Uint8Array, plain: string, owner: SecretOwner): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(owner));
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${keyIdOf(key)}.${sealed.toString('base64url')}`;
}

/** @throws SecretUnreadable */
export function openWith(key: Uint8Array, sealed: string, owner: SecretOwner): string {
  const [form, keyId, text] = sealed.split('.');
  if (form !== version || keyId !== keyIdOf(key) || text === undefined)
    throw new SecretUnreadable('sealed with another key');
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) throw new SecretUnreadable('too short');
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes)).setAAD(boundTo(owner));
  opener.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([opener.update(bytes.subarray(nonceBytes, -tagBytes)), opener.final()]).toString('utf8');
  } catch {
    throw new SecretUnreadable('changed since it was sealed');
  }
}

/** With the process's own key. @throws SecretUnreadable */
export function openSecret(sealed: string, owner: SecretOwner): string {
  return openWith(Buffer.from(env().ENCRYPTION_KEY, 'base64'), sealed, owner);
}

/** With the process's own key. */
export function sealSecret(plain: string, owner: SecretOwner): string {
  return sealWith(Buffer.from(env().ENCRYPTION_KEY, 'base64'), plain, owner);
}
