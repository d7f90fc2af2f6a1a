import { sendRecallLetters } from '#lib/commands/recalls/send-recall-letters';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { lettersBody, recallParams } from '#lib/http/recalls/recall-schema';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: lettersBody },
  async ({ request, account, params, body, requestId }) =>
    sendRecallLetters(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
