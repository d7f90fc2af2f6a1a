import { withdrawResend } from '#lib/commands/mail/withdraw-resend';
import { route } from '#lib/http';
import { settleParams } from '#lib/http/mail/resend-schema';

/** A person cancels an email that waits for its next try. */
export const POST = route(
  { permission: 'prescriptions.resend', params: settleParams },
  async ({ account, params, requestId }) => withdrawResend(account, params.id, params.outboxId, requestId),
);
