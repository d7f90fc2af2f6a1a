import { resendDelivery } from '#lib/commands/connections/change-subscription';
import { route } from '#lib/http';
import { deliveryParams } from '#lib/http/connections/downstream-schema';

export const POST = route(
  { permission: 'downstream.manage', params: deliveryParams },
  async ({ account, params, requestId }) => resendDelivery(account, params.id, requestId),
);
