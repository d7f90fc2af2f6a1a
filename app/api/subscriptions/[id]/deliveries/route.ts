import { deliveriesList } from '#lib/contract/connections/deliveries-list';
import { subscriptionParams } from '#lib/http/connections/downstream-schema';
import { listDeliveries } from '#lib/views/connections/downstream';
import { recordListRoute } from '../../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = recordListRoute(deliveriesList, subscriptionParams, listDeliveries);
