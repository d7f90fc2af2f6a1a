import { endBreakGlass } from '#lib/commands/access/break-glass';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access/access-schema';

export const POST = route(
  { permission: 'break-glass.open', params: accountParams },
  async ({ account, params, requestId }) => endBreakGlass(account, params.id, requestId),
);
