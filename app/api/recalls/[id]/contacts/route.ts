import { logRecallContact } from '#lib/commands/recalls/recall-actions';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { contactBody, recallParams } from '#lib/http/recalls/recall-schema';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: contactBody },
  async ({ request, account, params, body, requestId }) =>
    logRecallContact(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
