import { requestResend } from '#lib/commands/mail/resend';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { resendBody } from '#lib/http/mail/resend-schema';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';

/** 202 with the outbox message that follows it; 409 while one is on its way, or when it was settled since the person looked. */
export const POST = route(
  { permission: 'prescriptions.resend', params: prescriptionParams, body: resendBody },
  async ({ request, account, params, body, requestId }) =>
    Response.json(await requestResend(account, params.id, body, idempotencyKeyOf(request), requestId), { status: 202 }),
);
