import { addRecipient } from '#lib/commands/flow/ops-recipients';
import { route } from '#lib/http';
import { recipientBody } from '#lib/http/flow/flow-schema';
import { listRecipients } from '#lib/views/flow/ops-recipients';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'flow.read' }, async ({ account }) => listRecipients(account));

export const POST = route({ permission: 'flow.act', body: recipientBody }, async ({ account, body, requestId }) =>
  addRecipient(account, body, requestId),
);
