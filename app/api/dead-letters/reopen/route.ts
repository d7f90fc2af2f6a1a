import { settleDeadLetters } from '#lib/commands/dead-letters/settle-dead-letters';
import { route } from '#lib/http';
import { deadLetterActionSchema } from '#lib/http/dead-letters/dead-letter-schema';

export const POST = route(
  { permission: 'dead-letters.act', body: deadLetterActionSchema },
  async ({ account, body: { reason, ...chosen }, requestId }) =>
    settleDeadLetters(account, 'reopen', chosen, { reason, requestId }),
);
