import { changeSubscription } from '#lib/commands/change-subscription';
import { route } from '#lib/http';
import { subscriptionEditBody, subscriptionParams } from '#lib/http/downstream-bodies';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams, body: subscriptionEditBody },
  async ({ account, params, body: { version, ...edit }, requestId }) =>
    changeSubscription(account, { ...params, version, requestId }, edit),
);
