import { type LiveSession, readSession } from '#lib/db/access/session';
import type { Account } from '#lib/domain/access/account';
import { inChosenLanguage, localeCookie } from '#lib/i18n/locale';
import { cookieIn, sessionCookieName, sessionIdIn } from './session-cookie.ts';

/** For routes: the signed-in account. Does not count as activity: a page that refetches by itself must not keep a session alive. */
export async function accountOf(request: Request): Promise<Account | null> {
  const session = await sessionOf(request);
  return session === null
    ? null
    : inChosenLanguage(session.account, cookieIn(request.headers.get('cookie'), localeCookie));
}

/** The live session of a request; `renew` only for `GET /api/auth/session`, which the browser asks when its person does something. */
export async function sessionOf(request: Request, renew = false): Promise<LiveSession | null> {
  const sessionId = await sessionIdIn(cookieIn(request.headers.get('cookie'), sessionCookieName()));
  return sessionId === null ? null : readSession(sessionId, renew);
}
