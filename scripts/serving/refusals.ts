import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotFound } from '#lib/domain/base/refusal';
import { problem } from '#lib/http/base/problem';
import { pathOf } from './readable-path.ts';

/** The methods that the application knows; Next answers 400 or 500 to any other. */
const known: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const isWebhook = (path: string) => path.startsWith('/api/webhooks/');

/** Our own server's answer before the application gets the request; null when the application may answer. */
export function refusalOf({ method = '', url = '/' }: Pick<IncomingMessage, 'method' | 'url'>): Response | null {
  // About the server as a whole (RFC 9110, 9.3.7).
  if (url === '*' && method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { allow: [...known].join(', ') } });
  const path = pathOf(url);
  if (!known.has(method)) return notAllowed(path);
  return path === null ? notFound() : null;
}

function notAllowed(path: string | null): Response {
  const allowed = path !== null && isWebhook(path) ? ['POST', 'OPTIONS'] : [...known];
  const refusal = problem(405, 'method-not-allowed', randomUUID(), 'This address does not take that method.');
  refusal.headers.set('allow', allowed.join(', '));
  return refusal;
}

/** Nothing of ours has such an address. */
function notFound(): Response {
  const { code, message } = new NotFound();
  return problem(404, code, randomUUID(), message);
}

export const tooLargeAnswer = (): Response => problem(413, 'too-large', randomUUID());

export const unmetExpectation = (): Response =>
  problem(417, 'expectation-failed', randomUUID(), 'The only expectation that we meet is 100-continue.');

export async function sendAnswer(answer: Response, response: ServerResponse): Promise<void> {
  const body = await answer.text();
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(body);
}
