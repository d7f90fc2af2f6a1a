import { settleResend } from '#lib/commands/settle-resend';
import { route } from '#lib/http';
import { settleBody, settleParams } from '#lib/http/resend-bodies';

/** What may have been sent, settled by a person: `sent` or `not-sent`. */
export const POST = route(
  { permission: 'prescriptions.resend', params: settleParams, body: settleBody },
  async ({ account, params, body, requestId }) =>
    settleResend(account, params.id, params.outboxId, body.outcome, requestId),
);
