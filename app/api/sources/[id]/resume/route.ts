import { resumeSource } from '#lib/commands/connections/switch-source';
import { route } from '#lib/http';
import { sourceParams, versionBody } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: versionBody },
  async ({ account, params, body: { version }, requestId }) => resumeSource(account, { ...params, version, requestId }),
);
