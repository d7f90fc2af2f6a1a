import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '#lib/env';

/** next-auth's signed and encrypted cookie. It carries the session's id and nothing that a request is decided by. */
export const sessionClaims = z.looseObject({ sid: z.string().min(1) });

const localHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]']);

/** The address that people type; the launcher sets it from HOST and PORT. */
export function ownUrl(): URL {
  const { NEXTAUTH_URL, HOST, PORT } = env();
  return new URL(NEXTAUTH_URL ?? `http://${HOST}:${PORT}`);
}

/** `Secure` everywhere but on this machine itself. */
export function cookiesAreSecure(url = ownUrl()): boolean {
  return url.protocol === 'https:' || !localHosts.has(url.hostname);
}

export function sessionCookieName(): string {
  return `${cookiesAreSecure() ? '__Secure-' : ''}next-auth.session-token`;
}

/** The session id inside a cookie's value, or null for anything that we did not sign or that has run out. */
export async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const claims = sessionClaims.safeParse(await decode({ token: cookie, secret: env().AUTH_SECRET }));
    return claims.success ? claims.data.sid : null;
  } catch {
    return null;
  }
}

/** One cookie out of a `Cookie` header. */
export function cookieIn(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return undefined;
}
