import { revealPayload } from '#lib/commands/reveal';
import { route } from '#lib/http';
import { reason } from '#lib/http/asked-list';
import { eventParams } from '#lib/http/event-seq';

export const POST = route(
  { permission: 'events.reveal', params: eventParams, body: reason },
  async ({ account, params, body, requestId }) => revealPayload(account, params.seq, body.reason, requestId),
);
