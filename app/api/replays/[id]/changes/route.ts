import { replayChangesList } from '#lib/contract/replays/replays-list';
import { replayParams } from '#lib/http/replays/replay-schema';
import { listChanges } from '#lib/views/replays/replay-changes';
import { recordListRoute } from '../../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = recordListRoute(replayChangesList, replayParams, listChanges);
