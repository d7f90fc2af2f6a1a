import { createSubscription } from '#lib/commands/connections/create-subscription';
import { route } from '#lib/http';
import { newSubscriptionBody } from '#lib/http/connections/downstream-schema';
import { listSubscriptions } from '#lib/views/connections/downstream';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'downstream.read' }, async ({ account }) => listSubscriptions(account));

export const POST = route(
  { permission: 'downstream.manage', body: newSubscriptionBody },
  async ({ account, body, requestId }) => createSubscription(account, body, requestId),
);
