import { testSubscription } from '#lib/commands/connections/change-subscription';
import { route } from '#lib/http';
import { subscriptionParams } from '#lib/http/connections/downstream-schema';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams },
  async ({ account, params, requestId }) => testSubscription(account, params.id, requestId),
);
