import { testSubscription } from '#lib/commands/change-subscription';
import { route } from '#lib/http';
import { subscriptionParams } from '#lib/http/downstream-bodies';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams },
  async ({ account, params, requestId }) => testSubscription(account, params.id, requestId),
);
