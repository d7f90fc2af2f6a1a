import { previewReplay } from '#lib/commands/replays/preview-replay';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { previewBody } from '#lib/http/replays/replay-schema';
import { getPreview } from '#lib/views/replays/replays';

/** Waits for the preview, unless asked not to (`Prefer: respond-async`) or it takes too long: `state` then says that it is under way. */
export const POST = route(
  { permission: 'replays.run', body: previewBody },
  async ({ account, body, request, requestId }) => {
    const waits = request.headers.get('prefer') !== 'respond-async';
    const { id } = await previewReplay(account, body, { key: idempotencyKeyOf(request), waits }, requestId);
    return getPreview(account, id);
  },
);
