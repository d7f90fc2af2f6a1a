import { endOldSecret } from '#lib/commands/connections/rotate-source';
import { route } from '#lib/http';
import { sourceParams, versionBody } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: versionBody },
  async ({ account, params, body, requestId }) => endOldSecret(account, { ...params, requestId }, body.version),
);
