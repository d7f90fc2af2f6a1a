import { encode } from 'next-auth/jwt';
import { sessionCookieName } from '#lib/auth/session-cookie';
import { findSignInAccount } from '#lib/db/access/account';
import { openSession } from '#lib/db/access/session';
import { env } from '#lib/env';

/** Opens a session for a demo account and seals it into the cookie that next-auth would have set. */
export async function sessionCookie(email: string): Promise<{ readonly sessionId: string; readonly cookie: string }> {
  const account = await findSignInAccount(email);
  if (account === null) throw new Error(`${email} was not seeded`);
  const sid = await openSession(account, 'credentials', 'req_test');
  const token = await encode({ token: { sub: account.userId, sid }, secret: env().AUTH_SECRET, maxAge: 3600 });
  return { sessionId: sid, cookie: `${sessionCookieName()}=${token}` };
}
