import { revealPayload } from '#lib/commands/ledger/reveal-payload';
import { route } from '#lib/http';
import { reason } from '#lib/http/base/list-query';
import { eventParams } from '#lib/http/ledger/event-schema';

export const POST = route(
  { permission: 'events.reveal', params: eventParams, body: reason },
  async ({ account, params, body, requestId }) => revealPayload(account, params.seq, body.reason, requestId),
);
