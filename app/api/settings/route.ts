import { changeSettings } from '#lib/commands/access/change-settings';
import { route } from '#lib/http';
import { settingsBody } from '#lib/http/access/settings-schema';
import { getSettings } from '#lib/views/access/settings';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'settings.manage' }, async ({ account }) => getSettings(account));

export const POST = route({ permission: 'settings.manage', body: settingsBody }, async ({ account, body, requestId }) =>
  changeSettings(account, body, requestId),
);
