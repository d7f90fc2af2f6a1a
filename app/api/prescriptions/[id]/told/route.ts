import { recordOtherChannel } from '#lib/commands/mail/other-channel';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { toldBody } from '#lib/http/mail/resend-schema';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';

/** The patient was told by phone; the note says what, and to whom. */
export const POST = route(
  { permission: 'follow-ups.act', params: prescriptionParams, body: toldBody },
  async ({ request, account, params, body, requestId }) =>
    recordOtherChannel(account, params.id, { by: 'phone', note: body.note }, idempotencyKeyOf(request), requestId),
);
