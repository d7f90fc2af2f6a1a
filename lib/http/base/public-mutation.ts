import type { z } from 'zod';
import { mayKnock } from '#lib/auth/sign-in-limits';
import { isSameOrigin, originsOf } from '#lib/domain/base/web/same-origin';
import { env } from '#lib/env';
import { openRoute } from '#lib/http';
import { parseBody } from './parse.ts';
import { problem } from './problem.ts';
import { addressOf } from './request-facts.ts';

type Asked<B> = { readonly requestId: string; readonly body: B };

const waitSeconds = 600;

/** For actions before there is a session (choosing a password, having forgotten it): same origin, a bounded number from one address, then the body. */
export function publicMutation<B extends z.ZodType>(body: B, handler: (asked: Asked<z.output<B>>) => Promise<object>) {
  return openRoute(async (request, requestId) => {
    if (!isSameOrigin(request.headers, originsOf(request.headers, env().NEXTAUTH_URL)))
      return problem(403, 'cross-site', requestId);
    const mayAsk = await mayKnock(addressOf(request));
    if (!mayAsk) return problem(429, 'too-many', requestId, 'Too many tries.', { retryAfterSeconds: waitSeconds });
    return handler({ requestId, body: await parseBody(body, request) });
  });
}
