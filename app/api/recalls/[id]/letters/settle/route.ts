import { settleRecallLetter } from '#lib/commands/recalls/settle-recall-letter';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { recallParams, settleLetterBody } from '#lib/http/recalls/recall-schema';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: settleLetterBody },
  async ({ request, account, params, body, requestId }) =>
    settleRecallLetter(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
