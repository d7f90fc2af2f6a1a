import { recordOtherChannel } from '#lib/commands/other-channel';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { prescriptionParams } from '#lib/http/prescription-id';

/** The hand-over sheet was printed and given to the patient. */
export const POST = route(
  { permission: 'handover.print', params: prescriptionParams },
  async ({ request, account, params, requestId }) =>
    recordOtherChannel(account, params.id, { by: 'paper' }, idempotencyKeyOf(request), requestId),
);
