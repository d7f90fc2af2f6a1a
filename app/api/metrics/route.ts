import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '#lib/env';
import { openRoute, problem } from '#lib/http';
import { metricsText } from '#lib/views/flow/metrics';

export const dynamic = 'force-dynamic';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** For Prometheus, against the bearer METRICS_TOKEN; without one set there are no metrics to read. */
export const GET = openRoute(async (request, requestId) => {
  const token = env().METRICS_TOKEN;
  if (token === undefined) return problem(404, 'not-found', requestId, 'METRICS_TOKEN is not set.');
  const given = request.headers.get('authorization') ?? '';
  if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`)))
    return problem(401, 'bad-token', requestId, 'The token is missing or wrong.');
  const { text, contentType } = await metricsText();
  return new Response(text, { headers: { 'content-type': contentType } });
});
