import { namePlace } from '#lib/commands/access/change-locations';
import { route } from '#lib/http';
import { placeBody } from '#lib/http/access/settings-schema';
import { listPlaces } from '#lib/views/access/settings';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'locations.read' }, async ({ account }) => listPlaces(account));

export const POST = route({ permission: 'settings.manage', body: placeBody }, async ({ account, body, requestId }) =>
  namePlace(account, body, requestId),
);
