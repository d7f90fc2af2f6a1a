import { replayNewerList } from '#lib/contract/replays/replays-list';
import { replayParams } from '#lib/http/replays/replay-schema';
import { listNewer } from '#lib/views/replays/replay-changes';
import { recordListRoute } from '../../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = recordListRoute(replayNewerList, replayParams, listNewer);
