import { changeSource } from '#lib/commands/connections/change-source';
import { route } from '#lib/http';
import { sourceEditBody, sourceParams } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: sourceEditBody },
  async ({ account, params, body, requestId }) => changeSource(account, { ...params, requestId }, body),
);
