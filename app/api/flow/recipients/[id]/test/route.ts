import { testRecipient } from '#lib/commands/flow/ops-recipients';
import { route } from '#lib/http';
import { recipientParams } from '#lib/http/flow/flow-schema';

export const POST = route({ permission: 'flow.act', params: recipientParams }, async ({ account, params, requestId }) =>
  testRecipient(account, params.id, requestId),
);
