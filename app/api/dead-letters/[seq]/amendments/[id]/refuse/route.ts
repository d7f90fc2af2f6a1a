import { settleAmendment } from '#lib/commands/decide-amendment';
import { route } from '#lib/http';
import { amendmentParams, decisionBody } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.approve', params: amendmentParams, body: decisionBody },
  async ({ account, params, body, requestId }) =>
    settleAmendment(account, { ...params, requestId }, 'refuse', body.reason),
);
