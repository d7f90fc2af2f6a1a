import { openRecall } from '#lib/commands/recalls/open-recall';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { openRecallBody, recallsSchema } from '#lib/http/recalls/recall-schema';
import { listRecalls } from '#lib/views/recalls/recalls';

export const dynamic = 'force-dynamic';

/** A doctor's are those that affect their own prescriptions. */
export const GET = route({ permission: 'recalls.read', query: recallsSchema }, async ({ account, query }) =>
  listRecalls(account, query),
);

export const POST = route(
  { permission: 'recalls.act', body: openRecallBody },
  async ({ request, account, body, requestId }) =>
    Response.json(await openRecall(account, body, idempotencyKeyOf(request), requestId), { status: 201 }),
);
