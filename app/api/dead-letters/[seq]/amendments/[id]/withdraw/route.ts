import { settleAmendment } from '#lib/commands/decide-amendment';
import { route } from '#lib/http';
import { amendmentParams } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.propose', params: amendmentParams },
  async ({ account, params, requestId }) => settleAmendment(account, { ...params, requestId }, 'withdraw', null),
);
