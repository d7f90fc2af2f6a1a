import { settleResend } from '#lib/commands/mail/settle-resend';
import { route } from '#lib/http';
import { settleBody, settleParams } from '#lib/http/mail/resend-schema';

/** A person settles a message that may have been sent: `sent` or `not-sent`. */
export const POST = route(
  { permission: 'prescriptions.resend', params: settleParams, body: settleBody },
  async ({ account, params, body, requestId }) =>
    settleResend(account, params.id, params.outboxId, body.outcome, requestId),
);
