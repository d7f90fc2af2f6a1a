import { openRoute, problem } from '#lib/http';
import { atShutdown } from '#lib/http/base/at-shutdown';
import { handshake } from '#lib/ingest/handshake';
import { type Receipt, receiveWebhook } from '#lib/ingest/receive-webhook';
import { flushRefusals } from '#lib/ingest/refused';

export const dynamic = 'force-dynamic';

// Refusals of the last second are counted before the process ends.
atShutdown(async (answered) => {
  await answered;
  await flushRefusals();
});

type Context = { readonly params: Promise<{ readonly source: string }> };

const codes = {
  400: ['cut-off', 'The body ended early.'],
  401: ['bad-signature', 'The signature is missing, wrong or stale.'],
  404: ['no-such-source', 'There is no such source.'],
  413: ['too-large', 'The body is larger than this source accepts.'],
  429: ['over-rate', 'This source sends faster than agreed.'],
  503: ['not-kept', 'We could not keep the event. Please send it again.'],
} as const;

function answer(receipt: Receipt, requestId: string): Response {
  if (receipt.status === 202) {
    const { accepted, duplicates, quarantined } = receipt;
    return Response.json({ accepted, duplicates, quarantined }, { status: 202 });
  }
  const [code, title] = codes[receipt.status];
  const wait = 'retryAfterSeconds' in receipt ? { retryAfterSeconds: receipt.retryAfterSeconds } : {};
  return problem(receipt.status, code, requestId, title, wait);
}

export const POST = openRoute<Request, Context>(async (request, requestId, context) => {
  const { source } = await context.params;
  return answer(await receiveWebhook(source, request), requestId);
});

export const OPTIONS = openRoute<Request, Context>(async (request, requestId, context) => {
  const { source } = await context.params;
  const allowed = await handshake(source, request.headers);
  return allowed ? new Response(null, { status: 204, headers: allowed }) : answer({ status: 404 }, requestId);
});

const notAllowed = openRoute(async (_request, requestId) => {
  const refusal = problem(405, 'method-not-allowed', requestId, 'Webhooks are sent by POST.');
  refusal.headers.set('allow', 'POST, OPTIONS');
  return refusal;
});

export { notAllowed as DELETE, notAllowed as GET, notAllowed as PATCH, notAllowed as PUT };
