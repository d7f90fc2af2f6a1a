import { settleAmendment } from '#lib/commands/dead-letters/decide-amendment';
import { route } from '#lib/http';
import { amendmentParams } from '#lib/http/dead-letters/amendment-schema';

export const POST = route(
  { permission: 'amendments.propose', params: amendmentParams },
  async ({ account, params, requestId }) => settleAmendment(account, { ...params, requestId }, 'withdraw', null),
);
