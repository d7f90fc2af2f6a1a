import { openRecall } from '#lib/commands/recalls/open-recall';
import { recallsList } from '#lib/contract/recalls/recalls-list';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { openRecallBody } from '#lib/http/recalls/recall-schema';
import { listRecalls } from '#lib/views/recalls/recalls';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

/** A doctor's are those that touch their own prescriptions. */
export const GET = listRoute(recallsList, listRecalls);

export const POST = route(
  { permission: 'recalls.act', body: openRecallBody },
  async ({ request, account, body, requestId }) =>
    Response.json(await openRecall(account, body, idempotencyKeyOf(request), requestId), { status: 201 }),
);
