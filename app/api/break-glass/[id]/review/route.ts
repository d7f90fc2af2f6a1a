import { reviewBreakGlass } from '#lib/commands/break-glass';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access-bodies';
import { reviewGlassBody } from '#lib/http/glass-requests';

export const POST = route(
  { permission: 'break-glass.review', params: accountParams, body: reviewGlassBody },
  async ({ account, params, body, requestId }) => reviewBreakGlass(account, params.id, body.note, requestId),
);
