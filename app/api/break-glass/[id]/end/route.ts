import { endBreakGlass } from '#lib/commands/break-glass';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access-bodies';

export const POST = route(
  { permission: 'break-glass.open', params: accountParams },
  async ({ account, params, requestId }) => endBreakGlass(account, params.id, requestId),
);
