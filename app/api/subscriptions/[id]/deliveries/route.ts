import { route } from '#lib/http';
import { deliveryFilter, subscriptionParams } from '#lib/http/connections/downstream-schema';
import { listDeliveries } from '#lib/views/connections/downstream';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'downstream.read', params: subscriptionParams, query: deliveryFilter },
  async ({ account, params, query }) => listDeliveries(account, params.id, query),
);
