import { switchSubscription } from '#lib/commands/change-subscription';
import { route } from '#lib/http';
import { subscriptionParams } from '#lib/http/downstream-bodies';
import { versionBody } from '#lib/http/source-bodies';

export const POST = route(
  { permission: 'downstream.manage', params: subscriptionParams, body: versionBody },
  async ({ account, params, body, requestId }) => switchSubscription(account, { ...params, ...body, requestId }, true),
);
