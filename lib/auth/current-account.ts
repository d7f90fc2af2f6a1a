import { cookies } from 'next/headers';
import { cache } from 'react';
import { readSession } from '#lib/db/access/session';
import type { Account } from '#lib/domain/access/account';
import { inChosenLanguage, localeCookie } from '#lib/i18n/locale';
import { sessionCookieName, sessionIdIn } from './session-cookie.ts';

export type { Account } from '#lib/domain/access/account';

/** For pages: the signed-in account, or null (then: to /sign-in). One query however often a page asks. */
export const currentAccount = cache(async (): Promise<Account | null> => {
  const jar = await cookies();
  const sessionId = await sessionIdIn(jar.get(sessionCookieName())?.value);
  const session = sessionId === null ? null : await readSession(sessionId);
  return session === null ? null : inChosenLanguage(session.account, jar.get(localeCookie)?.value);
});
