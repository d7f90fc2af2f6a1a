import { snoozeFollowUp } from '#lib/commands/snooze-follow-up';
import { route } from '#lib/http';
import { followUpParams, snoozeBody } from '#lib/http/follow-up-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';

export const POST = route(
  { permission: 'follow-ups.act', params: followUpParams, body: snoozeBody },
  async ({ request, account, params, body, requestId }) =>
    snoozeFollowUp(account, params.id, body, idempotencyKeyOf(request), requestId),
);
