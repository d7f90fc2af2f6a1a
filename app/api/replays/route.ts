import { startReplay } from '#lib/commands/replays/run-replay';
import { replaysList } from '#lib/contract/replays/replays-list';
import { route } from '#lib/http';
import { startBody } from '#lib/http/replays/replay-schema';
import { listReplays } from '#lib/views/replays/replays';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(replaysList, listReplays);

/** 202 with the run, which is the preview's; 409 while the preview is still being made, or once it was canceled. */
export const POST = route({ permission: 'replays.run', body: startBody }, async ({ account, body, requestId }) =>
  Response.json(await startReplay(account, body, requestId), { status: 202 }),
);
