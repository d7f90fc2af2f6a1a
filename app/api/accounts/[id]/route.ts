import { changeAccount } from '#lib/commands/access/change-account';
import { route } from '#lib/http';
import { accountParams, changeBody } from '#lib/http/access/access-schema';

export const POST = route(
  { permission: 'access.manage', params: accountParams, body: changeBody },
  async ({ account, params, body, requestId }) => changeAccount(account, { id: params.id, requestId }, body),
);
