import { nameLocation } from '#lib/commands/access/change-locations';
import { route } from '#lib/http';
import { locationSchema } from '#lib/http/access/settings-schema';
import { listLocations } from '#lib/views/access/settings';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'locations.read' }, async ({ account }) => listLocations(account));

export const POST = route(
  { permission: 'settings.manage', body: locationSchema },
  async ({ account, body, requestId }) => nameLocation(account, body, requestId),
);
