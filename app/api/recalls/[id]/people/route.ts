import { route } from '#lib/http';
import { recallParams, recallPeopleQuery } from '#lib/http/recalls/recall-schema';
import { recallCsv } from '#lib/views/recalls/recall-csv';
import { listRecallPeople } from '#lib/views/recalls/recall-people';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'recalls.read', params: recallParams, query: recallPeopleQuery },
  async ({ account, params, query, requestId }) => {
    const { format, ...asking } = query;
    return format === 'csv'
      ? recallCsv(account, params.id, asking.show, requestId)
      : listRecallPeople(account, params.id, asking, requestId);
  },
);
