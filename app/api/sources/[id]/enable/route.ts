import { turnOnSource } from '#lib/commands/switch-source';
import { route } from '#lib/http';
import { sourceParams, versionBody } from '#lib/http/source-bodies';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: versionBody },
  async ({ account, params, body: { version }, requestId }) => turnOnSource(account, { ...params, version, requestId }),
);
