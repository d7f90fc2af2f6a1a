import { endSessions } from '#lib/commands/access/change-account';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access/access-schema';

export const POST = route(
  { permission: 'access.manage', params: accountParams },
  async ({ account, params, requestId }) => endSessions(account, { id: params.id, requestId }),
);
