import { switchSource } from '#lib/commands/change-source';
import { route } from '#lib/http';
import { sourceParams, versionBody } from '#lib/http/source-bodies';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: versionBody },
  async ({ account, params, body, requestId }) => switchSource(account, { ...params, requestId }, body.version, true),
);
