import { removePlace } from '#lib/commands/change-places';
import { route } from '#lib/http';
import { removePlaceBody } from '#lib/http/settings-bodies';

export const POST = route(
  { permission: 'settings.manage', body: removePlaceBody },
  async ({ account, body, requestId }) => removePlace(account, body.id, requestId),
);
