import { openByBreakGlass } from '#lib/commands/access/break-glass';
import { route } from '#lib/http';
import { breakGlassBody } from '#lib/http/access/break-glass-schema';
import { listOpenBreakGlass } from '#lib/views/access/break-glass';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'break-glass.open' }, async ({ account }) => listOpenBreakGlass(account));

export const POST = route(
  { permission: 'break-glass.open', body: breakGlassBody },
  async ({ account, body, requestId }) => openByBreakGlass(account, body, body.reason, requestId),
);
