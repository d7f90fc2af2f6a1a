import { attachEncounter } from '#lib/commands/prescriptions/attach-encounter';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { encounterBody } from '#lib/http/connections/downstream-schema';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';

export const POST = route(
  { permission: 'encounters.attach', params: prescriptionParams, body: encounterBody },
  async ({ request, account, params, body, requestId }) =>
    attachEncounter(account, params.id, body.encounterId, idempotencyKeyOf(request), requestId),
);
