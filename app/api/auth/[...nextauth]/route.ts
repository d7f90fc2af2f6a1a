import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { z } from 'zod';
import { oidcProvider } from '#lib/auth/oidc';
import { type AuthRequest, authOptions } from '#lib/auth/options';
import { sessionOf } from '#lib/auth/request-session';
import { isErrorWord, isUsedDoor, isWayBack } from '#lib/auth/used-doors';
import { Invalid, NotFound } from '#lib/domain/refusal';
import { env } from '#lib/env';
import { openRoute } from '#lib/http';
import { readText } from '#lib/http/read-text';
import { addressOf } from '#lib/http/request-facts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** A sign-in form is far below it. */
const largestForm = 65_536;
const fields = z.record(z.string(), z.string());

// Reading the session first, ourselves: this is the one request that renews it, and an outage must not look like being signed out.
const handle = openRoute(async (request: NextRequest, requestId, context: Context) => {
  const { nextauth } = await context.params;
  const served = isUsedDoor(request.method, nextauth, oidcProvider(env()).length > 0);
  const query = request.nextUrl.searchParams;
  if (!served) throw new NotFound();
  if (!isErrorWord(query.get('error'))) throw new Invalid(['query.error']);
  if (!isWayBack(query.get('callbackUrl'))) throw new Invalid(['query.callbackUrl']);
  const session = nextauth[0] === 'session' ? await sessionOf(request, true) : null;
  const asked: AuthRequest = { requestId, address: addressOf(request), session };
  const answer: unknown = await NextAuth(await withForm(request), context, authOptions(asked));
  if (asked.outage !== undefined) throw asked.outage;
  if (!(answer instanceof Response)) throw new Error('next-auth did not answer');
  return answer;
});

/** The same request with a body that next-auth can read: it takes any size, and fails at what is not a flat form. */
async function withForm(request: NextRequest): Promise<NextRequest> {
  if (request.method !== 'POST') return request;
  const text = await readText(request, largestForm);
  const type = request.headers.get('content-type') ?? '';
  const body = type.includes('application/json') ? formOf(text) : new URLSearchParams(text);
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/x-www-form-urlencoded');
  return new NextRequest(request.url, { method: 'POST', headers, body });
}

function formOf(json: string): URLSearchParams {
  try {
    return new URLSearchParams(fields.parse(JSON.parse(json)));
  } catch {
    throw new Invalid(['body']);
  }
}

export { handle as GET, handle as POST };
