import { expectOfSource } from '#lib/commands/connections/expect-source';
import { route } from '#lib/http';
import { expectationBody, expectationParams } from '#lib/http/flow/flow-schema';

export const POST = route(
  { permission: 'flow.act', params: expectationParams, body: expectationBody },
  async ({ account, params, body, requestId }) => expectOfSource(account, params.id, body.expectation, requestId),
);
