import { removePlace } from '#lib/commands/access/change-locations';
import { route } from '#lib/http';
import { removePlaceBody } from '#lib/http/access/settings-schema';

export const POST = route(
  { permission: 'settings.manage', body: removePlaceBody },
  async ({ account, body, requestId }) => removePlace(account, body.id, requestId),
);
