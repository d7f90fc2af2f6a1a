import { placeLegalHold } from '#lib/commands/retention/legal-hold';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { legalHoldSchema, pageQuery } from '#lib/http/retention/retention-schema';
import { listHolds } from '#lib/views/retention/legal-holds';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'retention.manage', query: pageQuery }, async ({ account, query }) =>
  listHolds(account, query),
);

export const POST = route(
  { permission: 'retention.manage', body: legalHoldSchema },
  async ({ request, account, body, requestId }) =>
    Response.json(await placeLegalHold(account, body, { key: idempotencyKeyOf(request), requestId }), { status: 201 }),
);
