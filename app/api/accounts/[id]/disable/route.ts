import { disableAccount } from '#lib/commands/access/change-account';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access/access-schema';
import { reason } from '#lib/http/base/list-query';

export const POST = route(
  { permission: 'access.manage', params: accountParams, body: reason },
  async ({ account, params, body, requestId }) => disableAccount(account, { id: params.id, requestId }, body.reason),
);
