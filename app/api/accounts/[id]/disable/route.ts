import { disableAccount } from '#lib/commands/change-account';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access-bodies';
import { reason } from '#lib/http/asked-list';

export const POST = route(
  { permission: 'access.manage', params: accountParams, body: reason },
  async ({ account, params, body, requestId }) => disableAccount(account, { id: params.id, requestId }, body.reason),
);
