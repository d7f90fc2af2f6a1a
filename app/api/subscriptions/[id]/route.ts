import { changeSubscription } from '#lib/commands/connections/change-subscription';
import { route } from '#lib/http';
import { subscriptionEditBody, subscriptionParams } from '#lib/http/connections/downstream-schema';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams, body: subscriptionEditBody },
  async ({ account, params, body: { version, ...edit }, requestId }) =>
    changeSubscription(account, { ...params, version, requestId }, edit),
);
