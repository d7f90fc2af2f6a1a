import { settleAmendment } from '#lib/commands/dead-letters/decide-amendment';
import { route } from '#lib/http';
import { amendmentParams, decisionBody } from '#lib/http/dead-letters/amendment-schema';

export const POST = route(
  { permission: 'amendments.approve', params: amendmentParams, body: decisionBody },
  async ({ account, params, body, requestId }) =>
    settleAmendment(account, { ...params, requestId }, 'approve', body.reason),
);
