import { revealAmendment } from '#lib/commands/decide-amendment';
import { route } from '#lib/http';
import { amendmentParams, decisionBody } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.propose', params: amendmentParams, body: decisionBody },
  async ({ account, params, body, requestId }) => revealAmendment(account, { ...params, requestId }, body.reason),
);
