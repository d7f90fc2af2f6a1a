import type { AuthOptions } from 'next-auth';
import { z } from 'zod';
import { endSession, type LiveSession, openSession } from '#lib/db/access/session';
import { absoluteSeconds } from '#lib/domain/access/session-life';
import type { Scope } from '#lib/domain/base/scope';
import { env } from '#lib/env';
import { log } from '#lib/observability/log';
import { oidcProvider } from './oidc.ts';
import { cookiesAreSecure, sessionClaims } from './session-cookie.ts';
import { type SignInOutcome, signInVouched, signInWithPassword } from './sign-in.ts';

/** The facts of the current request that next-auth's callbacks need; made anew for each request. */
export type AuthRequest = {
  readonly requestId: string;
  readonly address: string;
  /** For `GET /api/auth/session`: the session that was read and renewed before next-auth is asked; null when it is over. */
  readonly session: LiveSession | null;
  /** Set when the database was away: next-auth would make a wrong password of it. */
  outage?: unknown;
};

const typed = z.object({ email: z.string(), password: z.string() });
const vouched = z.looseObject({ email: z.string(), email_verified: z.boolean().optional() });

export function authOptions(request: AuthRequest): AuthOptions {
  const { requestId, address } = request;
  let signedIn: Pick<Scope, 'tenantId' | 'userId'> | undefined;

  async function settle(judging: Promise<SignInOutcome>): Promise<SignInOutcome> {
    const outcome = await judging.catch((error: unknown) => {
      request.outage = error;
      throw error;
    });
    if (outcome.ok) signedIn = outcome.who;
    return outcome;
  }

  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: cookiesAreSecure(),
    session: { strategy: 'jwt', maxAge: absoluteSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      {
        ...{ id: 'credentials', name: 'Password', type: 'credentials' },
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const given = typed.safeParse(credentials);
          if (!given.success) return null;
          const outcome = await settle(signInWithPassword({ ...given.data, address, requestId }));
          if (outcome.ok) return { id: outcome.who.userId, email: outcome.email };
          if (outcome.fault === 'CredentialsSignin') return null;
          throw new Error(outcome.fault);
        },
      },
      ...oidcProvider(env()),
    ],
    callbacks: {
      /** The address to go to afterwards: always one of ours, whatever the query or the cookie contains. */
      redirect({ url, baseUrl }) {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return target?.origin === baseUrl ? target.href : baseUrl;
      },
      async signIn({ account, profile }) {
        if (account?.provider !== 'oidc') return signedIn !== undefined;
        const claims = vouched.safeParse(profile);
        if (!claims.success) return '/sign-in?error=OidcUnknownAccount';
        const outcome = await settle(signInVouched(claims.data.email, claims.data.email_verified === true, requestId));
        return outcome.ok || '/sign-in?error=OidcUnknownAccount';
      },
      async jwt({ token, account }) {
        if (account && signedIn) {
          const sid = await openSession(signedIn, account.provider, requestId);
          return { sub: signedIn.userId, sid };
        }
        if (request.session === null) throw new SessionOver();
        return token;
      },
      session: ({ session }) => (request.session ? { ...session, ...publicSession(request.session) } : session),
    },
    events: {
      async signOut({ token }) {
        const claims = sessionClaims.safeParse(token);
        if (claims.success) await endSession(claims.data.sid, 'sign-out');
      },
    },
    logger: {
      error: (code, detail) => {
        if (isSessionOver(detail)) return;
        log('warn', 'next-auth', { requestId, code, error: detail instanceof Error ? detail : detail.error });
      },
      warn: (code) => log('debug', 'next-auth', { requestId, code }),
      debug: () => undefined,
    },
  };
}

/** next-auth answers it with an empty session and takes the cookie away. */
class SessionOver extends Error {
  override readonly name = 'SessionOver';
}
const isSessionOver = (detail: unknown) => detail instanceof SessionOver;

/** The part of the session that the browser may see: `expires` is the time at which the screen locks if nothing is done. */
function publicSession({ account, endsAt }: LiveSession) {
  const { name, email, tenantName, timeZone, locale, scope } = account;
  return {
    user: { name, email, role: scope.role, inCharge: scope.inCharge, tenantName, timeZone, locale },
    expires: endsAt.toISOString(),
  };
}
