import { reviewBreakGlass } from '#lib/commands/access/break-glass';
import { route } from '#lib/http';
import { accountParams } from '#lib/http/access/access-schema';
import { reviewBreakGlassBody } from '#lib/http/access/break-glass-schema';

export const POST = route(
  { permission: 'break-glass.review', params: accountParams, body: reviewBreakGlassBody },
  async ({ account, params, body, requestId }) => reviewBreakGlass(account, params.id, body.note, requestId),
);
