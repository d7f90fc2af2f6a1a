import { countersignDispense } from '#lib/commands/countersign-dispense';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { dispenseParams } from '#lib/http/register-bodies';

export const POST = route(
  { permission: 'dispenses.countersign', params: dispenseParams },
  async ({ request, account, params, requestId }) =>
    countersignDispense(account, params.id, idempotencyKeyOf(request), requestId),
);
