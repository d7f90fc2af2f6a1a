import { testRecipient } from '#lib/commands/ops-recipients';
import { route } from '#lib/http';
import { recipientParams } from '#lib/http/flow-bodies';

export const POST = route({ permission: 'flow.act', params: recipientParams }, async ({ account, params, requestId }) =>
  testRecipient(account, params.id, requestId),
);
