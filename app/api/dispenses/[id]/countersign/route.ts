import { countersignDispense } from '#lib/commands/dispenses/countersign-dispense';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { dispenseParams } from '#lib/http/register/register-schema';

export const POST = route(
  { permission: 'dispenses.countersign', params: dispenseParams },
  async ({ request, account, params, requestId }) =>
    countersignDispense(account, params.id, idempotencyKeyOf(request), requestId),
);
