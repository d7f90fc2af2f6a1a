import { rotateSource } from '#lib/commands/connections/rotate-source';
import { route } from '#lib/http';
import { rotateBody, sourceParams } from '#lib/http/connections/source-schema';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: rotateBody },
  async ({ account, params, body, requestId }) => rotateSource(account, { ...params, requestId }, body),
);
