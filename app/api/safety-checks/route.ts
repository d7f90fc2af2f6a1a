import { safetyChecksList } from '#lib/contract/dispenses/safety-checks-list';
import { safetyCells } from '#lib/views/dispenses/dispenses-csv';
import { listSafety } from '#lib/views/dispenses/safety';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(safetyChecksList, listSafety, safetyCells);
