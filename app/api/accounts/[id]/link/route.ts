import { handOutAnotherLink } from '#lib/commands/access/invite-account';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access/access-schema';

export const POST = route(
  { permission: 'access.manage', params: accountParams },
  async ({ account, params, requestId }) => handOutAnotherLink(account, params.id, requestId),
);
