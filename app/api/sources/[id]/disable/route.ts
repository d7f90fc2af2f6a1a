import { turnOffSource } from '#lib/commands/connections/switch-source';
import { route } from '#lib/http';
import { sourceParams, turnOffBody } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: turnOffBody },
  async ({ account, params, body: { version, ...asked }, requestId }) =>
    turnOffSource(account, { ...params, version, requestId }, asked),
);
