import type { WireFormatName } from '#lib/domain/base/system';

/** Lower case letters, digits and dashes: it is part of the address that the source posts to, for ever. */
export const sourceKey = /^[a-z0-9][a-z0-9-]{2,63}$/;

/** Formats whose envelopes name an environment; a source is bound to one. */
export const environmentsOf: Readonly<Record<WireFormatName, readonly string[]>> = {
  osigu: ['sandbox', 'production'],
  photon: [],
  'medication-service': [],
  standard: [],
};

/** Formats whose envelopes may name a tenant. */
export const namesTenant: Readonly<Record<WireFormatName, boolean>> = {
  osigu: false,
  photon: false,
  'medication-service': true,
  standard: true,
};

/** The hours for which the old secret stays valid beside the new one. */
export const overlaps = [0, 1, 24, 72, 168] as const;
export type Overlap = (typeof overlaps)[number];

/** A secret older than this is worth changing. */
export const oldSecretDays = 180;

export function isOldSecret(since: string, now: number): boolean {
  return now - Date.parse(since) > oldSecretDays * 86_400_000;
}

export type SecretFault = 'too-short' | 'too-long' | 'unreadable' | 'not-standard';

const leastBytes = 24;

/** The fault of a secret that a source has issued, for a format; null when there is none. */
export function secretFault(format: WireFormatName, secret: string): SecretFault | null {
  if (secret.length > 512) return 'too-long';
  if (!/^[\x21-\x7e]+$/.test(secret)) return secret === '' ? 'too-short' : 'unreadable';
  if (format !== 'standard') return secret.length < 16 ? 'too-short' : null;
  const encoded = /^wh(?:sec|pk)_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  if (encoded === undefined) return 'not-standard';
  return Math.floor((encoded.replace(/=+$/, '').length * 3) / 4) < leastBytes ? 'too-short' : null;
}

/** A public key lets us check what its sender signs, and sign nothing ourselves. */
export function canSign(secret: string): boolean {
  return !secret.startsWith('whpk_');
}
