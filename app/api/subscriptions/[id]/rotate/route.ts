import { rotateSubscription } from '#lib/commands/connections/change-subscription';
import { route } from '#lib/http';
import { rotateSubscriptionBody, subscriptionParams } from '#lib/http/connections/downstream-schema';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams, body: rotateSubscriptionBody },
  async ({ account, params, body: { version, overlapHours }, requestId }) =>
    rotateSubscription(account, { ...params, version, requestId }, overlapHours),
);
