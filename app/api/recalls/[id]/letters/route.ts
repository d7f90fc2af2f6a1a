import { sendRecallLetters } from '#lib/commands/send-recall-letters';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { lettersBody, recallParams } from '#lib/http/recall-bodies';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: lettersBody },
  async ({ request, account, params, body, requestId }) =>
    sendRecallLetters(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
