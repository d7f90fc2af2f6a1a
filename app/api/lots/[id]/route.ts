import { route } from '#lib/http';
import { rowParams } from '#lib/http/stock/stock-schema';
import { getLot } from '#lib/views/stock/lot-detail';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'lots.read', params: rowParams }, async ({ account, params }) =>
  getLot(account, params.id),
);
