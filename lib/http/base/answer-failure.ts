import { SecretUnreadable } from '#lib/db/base/secret-box';
import { askedTooMuch, databaseIsAway, databaseIsBusy } from '#lib/db/base/sql-state';
import { Invalid, Refusal, Unavailable } from '#lib/domain/base/refusal';
import { loggedPath } from '#lib/domain/base/web/logged-path';
import { log } from '#lib/observability/log';
import { TooLarge } from './parse.ts';
import { problem } from './problem.ts';

/**
 * A thrown error as an answer: a refusal names itself, an outage asks the caller to come back, and for any other error the caller learns
 * nothing but the request's id.
 */
export function answerFailure(error: unknown, request: Request, requestId: string): Response {
  if (error instanceof Invalid)
    return problem(error.status, error.code, requestId, error.message, { paths: error.paths });
  if (error instanceof Refusal && !(error instanceof Unavailable))
    return problem(error.status, error.code, requestId, error.message);
  if (error instanceof TooLarge) return problem(413, 'too-large', requestId);
  const at = { requestId, method: request.method, path: loggedPath(request.url), error };
  const away = outageOf(error);
  if (away) {
    log('error', 'request.unavailable', at);
    return problem(away.status, away.code, requestId, away.message, { retryAfterSeconds: away.retryAfterSeconds });
  }
  log('error', 'request.failed', at);
  return problem(500, 'internal', requestId);
}

function outageOf(error: unknown): Unavailable | null {
  if (error instanceof Unavailable) return error;
  const passes = databaseIsAway(error) || databaseIsBusy(error) || askedTooMuch(error);
  return passes || error instanceof SecretUnreadable ? new Unavailable() : null;
}
