import { settleLetter } from '#lib/commands/settle-letter';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { recallParams, settleLetterBody } from '#lib/http/recall-bodies';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: settleLetterBody },
  async ({ request, account, params, body, requestId }) =>
    settleLetter(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
