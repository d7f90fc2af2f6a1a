import { placeLegalHold } from '#lib/commands/retention/legal-hold';
import { holdsList } from '#lib/contract/retention/retention-lists';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { legalHoldSchema } from '#lib/http/retention/retention-schema';
import { listHolds } from '#lib/views/retention/legal-holds';
import { listRoute } from '../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(holdsList, listHolds);

export const POST = route(
  { permission: 'retention.manage', body: legalHoldSchema },
  async ({ request, account, body, requestId }) =>
    Response.json(await placeLegalHold(account, body, { key: idempotencyKeyOf(request), requestId }), { status: 201 }),
);
