import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { type AuthRequest, authOptions } from '#lib/auth/options';
import { sessionOf } from '#lib/auth/request-session';
import { openRoute } from '#lib/http';
import { refuseUnusedDoor, withForm } from '#lib/http/base/auth-requests';
import { addressOf } from '#lib/http/base/request-facts';

type Context = { params: Promise<{ nextauth: string[] }> };

// Reading the session first, ourselves: this is the one request that renews it, and an outage must not look like being signed out.
const handle = openRoute(async (request: NextRequest, requestId, context: Context) => {
  const { nextauth } = await context.params;
  refuseUnusedDoor(request, nextauth);
  const session = nextauth[0] === 'session' ? await sessionOf(request, true) : null;
  const asked: AuthRequest = { requestId, address: addressOf(request), session };
  const answer: unknown = await NextAuth(await withForm(request), context, authOptions(asked));
  if (asked.outage !== undefined) throw asked.outage;
  if (!(answer instanceof Response)) throw new Error('next-auth did not answer');
  return answer;
});

export { handle as GET, handle as POST };
