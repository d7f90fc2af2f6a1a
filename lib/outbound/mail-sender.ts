import { isIP } from 'node:net';
import { env } from '#lib/env';

/** The From address of our emails. On a machine without a public name, one that no email can go to (RFC 2606). */
export function senderAddress(): string {
  const { MAIL_FROM, NEXTAUTH_URL } = env();
  if (MAIL_FROM !== undefined) return MAIL_FROM;
  const host = NEXTAUTH_URL === undefined ? '' : new URL(NEXTAUTH_URL).hostname;
  const named = host.includes('.') && isIP(host) === 0;
  return `no-reply@${named ? host : 'scriptline.test'}`;
}

/** The domain that message and list ids end in. */
export function senderDomain(): string {
  return senderAddress().split('@')[1] ?? 'scriptline.test';
}

/** True where emails can leave at all: by the operator's relay, or into the demo's own inbox. */
export function mailsCanLeave(): boolean {
  return env().SMTP_URL !== undefined || env().SCRIPTLINE_DEMO === '1';
}
