import { recordOtherChannel } from '#lib/commands/mail/other-channel';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { patientToldSchema } from '#lib/http/mail/resend-schema';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';

/** A doctor informed the patient by phone; the note gives the content and the listener. */
export const POST = route(
  { permission: 'follow-ups.act', params: prescriptionParams, body: patientToldSchema },
  async ({ request, account, params, body, requestId }) =>
    recordOtherChannel(account, params.id, { by: 'phone', note: body.note }, idempotencyKeyOf(request), requestId),
);
