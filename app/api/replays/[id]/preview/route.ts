import { route } from '#lib/http';
import { replayParams } from '#lib/http/replays/replay-schema';
import { getPreview } from '#lib/views/replays/replays';

export const dynamic = 'force-dynamic';

/** What `POST /api/replays/preview` answered, for one whose set was so large that it did not wait. */
export const GET = route({ permission: 'dead-letters.read', params: replayParams }, async ({ account, params }) =>
  getPreview(account, params.id),
);
