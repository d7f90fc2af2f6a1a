import { assignPrescription } from '#lib/commands/assign-prescription';
import { route } from '#lib/http';
import { assignBody } from '#lib/http/follow-up-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { prescriptionParams } from '#lib/http/prescription-id';

export const POST = route(
  { permission: 'unassigned.assign', params: prescriptionParams, body: assignBody },
  async ({ request, account, params, body, requestId }) =>
    assignPrescription(account, params.id, body, idempotencyKeyOf(request), requestId),
);
