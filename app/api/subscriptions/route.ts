import { createSubscription } from '#lib/commands/create-subscription';
import { route } from '#lib/http';
import { newSubscriptionBody } from '#lib/http/downstream-bodies';
import { listSubscriptions } from '#lib/views/downstream';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'downstream.read' }, async ({ account }) => listSubscriptions(account));

export const POST = route(
  { permission: 'downstream.manage', body: newSubscriptionBody },
  async ({ account, body, requestId }) => createSubscription(account, body, requestId),
);
