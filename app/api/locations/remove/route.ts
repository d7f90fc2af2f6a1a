import { removeLocation } from '#lib/commands/access/change-locations';
import { route } from '#lib/http';
import { removeLocationSchema } from '#lib/http/access/settings-schema';

export const POST = route(
  { permission: 'settings.manage', body: removeLocationSchema },
  async ({ account, body, requestId }) => removeLocation(account, body.id, requestId),
);
