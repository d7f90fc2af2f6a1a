import { replayItemsList } from '#lib/contract/replays/replays-list';
import { replayParams } from '#lib/http/replays/replay-schema';
import { listReplayItems, replayItemCells } from '#lib/views/replays/replay-items';
import { recordListRoute } from '../../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = recordListRoute(replayItemsList, replayParams, listReplayItems, replayItemCells);
