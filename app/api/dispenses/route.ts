import { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { dispenseCells } from '#lib/views/dispenses/dispenses-csv';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(dispensesList, listDispenses, dispenseCells);
