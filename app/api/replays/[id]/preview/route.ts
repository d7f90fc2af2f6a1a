import { route } from '#lib/http';
import { replayParams } from '#lib/http/replays/replay-schema';
import { getPreview } from '#lib/views/replays/replays';

export const dynamic = 'force-dynamic';

/** The answer of `POST /api/replays/preview`, for a set so large that the request did not wait. */
export const GET = route({ permission: 'dead-letters.read', params: replayParams }, async ({ account, params }) =>
  getPreview(account, params.id),
);
