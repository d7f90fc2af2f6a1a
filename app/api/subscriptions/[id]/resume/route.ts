import { switchSubscription } from '#lib/commands/connections/change-subscription';
import { route } from '#lib/http';
import { subscriptionParams } from '#lib/http/connections/downstream-schema';
import { versionBody } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams, body: versionBody },
  async ({ account, params, body, requestId }) => switchSubscription(account, { ...params, ...body, requestId }, true),
);
