import { attachEncounter } from '#lib/commands/attach-encounter';
import { route } from '#lib/http';
import { encounterBody } from '#lib/http/downstream-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { prescriptionParams } from '#lib/http/prescription-id';

export const POST = route(
  { permission: 'encounters.attach', params: prescriptionParams, body: encounterBody },
  async ({ request, account, params, body, requestId }) =>
    attachEncounter(account, params.id, body.encounterId, idempotencyKeyOf(request), requestId),
);
