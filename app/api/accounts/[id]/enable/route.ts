import { enableAccount } from '#lib/commands/change-account';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access-bodies';

export const POST = route(
  { permission: 'access.manage', params: accountParams },
  async ({ account, params, requestId }) => enableAccount(account, { id: params.id, requestId }),
);
