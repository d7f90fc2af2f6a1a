import { previewReplay } from '#lib/commands/preview-replay';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { previewBody } from '#lib/http/replay-bodies';
import { getPreview } from '#lib/views/replays';

export const POST = route(
  { permission: 'replays.run', body: previewBody },
  async ({ account, body, request, requestId }) => {
    const { id } = await previewReplay(account, body, idempotencyKeyOf(request), requestId);
    return getPreview(account, id);
  },
);
