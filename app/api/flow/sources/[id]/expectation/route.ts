import { expectOfSource } from '#lib/commands/expect-source';
import { route } from '#lib/http';
import { expectationBody, expectationParams } from '#lib/http/flow-bodies';

export const POST = route(
  { permission: 'flow.act', params: expectationParams, body: expectationBody },
  async ({ account, params, body, requestId }) => expectOfSource(account, params.id, body.expectation, requestId),
);
