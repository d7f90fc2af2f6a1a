import { assignPrescription } from '#lib/commands/prescriptions/assign-prescription';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { assignBody } from '#lib/http/follow-ups/follow-up-schema';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';

export const POST = route(
  { permission: 'unassigned.assign', params: prescriptionParams, body: assignBody },
  async ({ request, account, params, body, requestId }) =>
    assignPrescription(account, params.id, body, idempotencyKeyOf(request), requestId),
);
