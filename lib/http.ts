import { z } from 'zod';
import type { Account } from '#lib/domain/access/account';
import { may, type Permission } from '#lib/domain/access/permission';
import { Forbidden } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';
import { loggedPath } from '#lib/domain/base/web/logged-path';
import { isSameOrigin, originsOf } from '#lib/domain/base/web/same-origin';
import { answerFailure } from '#lib/http/base/answer-failure';
import { parseBody, parseParams, parseQuery } from '#lib/http/base/parse';
import { problem } from '#lib/http/base/problem';
import { isMutation, requestIdOf } from '#lib/http/base/request-facts';
import { refuse } from './auth/refuse.ts';
import { accountOf } from './auth/request-session.ts';
import { env } from './env.ts';

export { problem } from '#lib/http/base/problem';

type Context = { readonly params: Promise<unknown> };
type RouteHandler<R = Request, C = Context> = (request: R, context: C) => Promise<Response>;

/** A route's answer: data becomes `200` JSON; anything else is a `Response` of its own. */
type Answer = Response | object;

type Rules<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  /** The line of the table in `lib/domain/access/permission.ts`. Left out: anybody who is signed in. */
  readonly permission?: Permission;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body's bytes at most; left out: what is usual for our own pages. */
  readonly largestBody?: number;
};

export type Checked<P, Q, B> = {
  readonly request: Request;
  readonly requestId: string;
  readonly account: Account;
  readonly scope: Scope;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
};

const nothing = z.unknown();

/**
 * The one route wrapper. In this order: request id, same origin (mutations), session (401), permission (403, logged and audited), params (404),
 * query and body (422 with paths), the handler; whatever it throws becomes problem+json. Nothing is cached anywhere.
 */
export function route<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
>(
  rules: Rules<P, Q, B>,
  handler: (asked: Checked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer>,
): RouteHandler {
  return openRoute(async (request, requestId, context) => {
    if (isMutation(request) && !isSameOrigin(request.headers, originsOf(request.headers, env().NEXTAUTH_URL))) {
      return problem(403, 'cross-site', requestId);
    }
    const account = await accountOf(request);
    if (account === null) return problem(401, 'signed-out', requestId);
    const { scope } = account;
    try {
      if (rules.permission && !may(scope, rules.permission))
        throw new Forbidden({ kind: 'permission', id: rules.permission });
      const params = parseParams(rules.params ?? nothing, await context.params);
      const query = parseQuery(rules.query ?? nothing, request.url);
      const body = rules.body && (await parseBody(rules.body, request, rules.largestBody));
      // The compiler cannot see that a schema left out is `nothing`, whose output is `unknown`.
      const parsed = { params, query, body } as Pick<
        Checked<z.output<P>, z.output<Q>, z.output<B>>,
        'params' | 'query' | 'body'
      >;
      return await handler({ request, requestId, account, scope, ...parsed });
    } catch (error) {
      if (error instanceof Forbidden)
        await refuse(scope, error.record, { method: request.method, path: loggedPath(request.url) }, requestId);
      throw error;
    }
  });
}

/** For the few routes without a session (health, metrics, sign-in itself): the request id and the error shape only. */
export function openRoute<R extends Request = Request, C = Context>(
  handler: (request: R, requestId: string, context: C) => Promise<Answer>,
): RouteHandler<R, C> {
  return async (request, context) => {
    const requestId = requestIdOf(request);
    try {
      return finish(await handler(request, requestId, context), requestId);
    } catch (error) {
      return answerFailure(error, request, requestId);
    }
  };
}

function finish(answer: Answer, requestId: string): Response {
  const response = answer instanceof Response ? answer : Response.json(answer);
  response.headers.set('x-request-id', requestId);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}
