import { resendDelivery } from '#lib/commands/change-subscription';
import { route } from '#lib/http';
import { deliveryParams } from '#lib/http/downstream-bodies';

export const POST = route(
  { permission: 'downstream.manage', params: deliveryParams },
  async ({ account, params, requestId }) => resendDelivery(account, params.id, requestId),
);
