import { snoozeFollowUp } from '#lib/commands/follow-ups/snooze-follow-up';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { followUpParams, snoozeBody } from '#lib/http/follow-ups/follow-up-schema';

export const POST = route(
  { permission: 'follow-ups.act', params: followUpParams, body: snoozeBody },
  async ({ request, account, params, body, requestId }) =>
    snoozeFollowUp(account, params.id, body, idempotencyKeyOf(request), requestId),
);
