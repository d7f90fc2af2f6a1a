import { rotateSource } from '#lib/commands/rotate-source';
import { route } from '#lib/http';
import { rotateBody, sourceParams } from '#lib/http/source-bodies';

export const POST = route(
  { permission: 'sources.manage', params: sourceParams, body: rotateBody },
  async ({ account, params, body, requestId }) => rotateSource(account, { ...params, requestId }, body),
);
