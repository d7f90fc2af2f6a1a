import { NextRequest } from 'next/server';
import { z } from 'zod';
import { oidcProvider } from '#lib/auth/oidc';
import { isErrorWord, isUsedDoor, isWayBack } from '#lib/auth/used-doors';
import { Invalid, NotFound } from '#lib/domain/base/refusal';
import { env } from '#lib/env';
import { readText } from './read-text.ts';

/** A sign-in form is far below it. */
const largestForm = 65_536;
const fields = z.record(z.string(), z.string());

/** Refuses what next-auth would answer in a way of its own, or with a fault of ours. */
export function refuseUnusedDoor(request: NextRequest, segments: readonly string[]): void {
  if (!isUsedDoor(request.method, segments, oidcProvider(env()).length > 0)) throw new NotFound();
  const query = request.nextUrl.searchParams;
  if (!isErrorWord(query.get('error'))) throw new Invalid(['query.error']);
  if (!isWayBack(query.get('callbackUrl'))) throw new Invalid(['query.callbackUrl']);
}

/** The same request with a body that next-auth can read: it takes any size, and fails at what is not a flat form. */
export async function withForm(request: NextRequest): Promise<NextRequest> {
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
