import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { NotFound } from '#lib/domain/refusal';
import { problem } from '#lib/http/problem';

/** Whether the path's percent-encoding can be read: `/api/patients/100%` cannot. */
export function isReadablePath(url = '/'): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Nothing of ours has such an address. Next itself would answer 500. */
export async function answerUnreadablePath(response: ServerResponse): Promise<void> {
  const { code, message } = new NotFound();
  const answer = problem(404, code, randomUUID(), message);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}
