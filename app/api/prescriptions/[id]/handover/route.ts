import { recordOtherChannel } from '#lib/commands/mail/other-channel';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';

/** The hand-over sheet was printed and given to the patient. */
export const POST = route(
  { permission: 'handover.print', params: prescriptionParams },
  async ({ request, account, params, requestId }) =>
    recordOtherChannel(account, params.id, { by: 'paper' }, idempotencyKeyOf(request), requestId),
);
