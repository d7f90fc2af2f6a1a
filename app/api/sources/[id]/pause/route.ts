import { pauseSource } from '#lib/commands/connections/switch-source';
import { route } from '#lib/http';
import { pauseBody, sourceParams } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: pauseBody },
  async ({ account, params, body: { version, reason }, requestId }) =>
    pauseSource(account, { ...params, version, requestId }, reason),
);
