import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { Disposition, ReturnRow } from '#lib/contract/dispenses/dispense';
import type { AlertRow, LotDetail, LotFilter, LotRow, StockItemFilter, StockItemRow } from '#lib/contract/stock/stock';
import type { QueueRow, SafetyRow, Today } from './pharmacy.ts';

type Filter = Readonly<Record<string, string | number | null | undefined>>;

/** Pages of one of the pharmacy's lists; live events name `pharmacy`, and all of them look again. */
function pages<T>(name: string, path: string, filter: Filter) {
  return infiniteQueryOptions<Page<T>, Error, InfiniteData<Page<T>, string | null>, QueryKey, string | null>({
    queryKey: keys.pharmacy(name, filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${path}${queryString({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The same rows as a list, in the same order, as a file. */
export const csvOf = (path: string, filter: Filter): string => `${path}${queryString({ ...filter, format: 'csv' })}`;

export const todayQuery = queryOptions<Today>({
  queryKey: keys.pharmacy('today', {}),
  queryFn: ({ signal }) => requestJson('/api/today', { signal }),
});
export const returnsQuery = (filter: Filter) => pages<ReturnRow>('returns', '/api/returns', filter);
export const stockItemsQuery = (filter: StockItemFilter) => pages<StockItemRow>('stock', '/api/stock-items', filter);
export const lotsQuery = (filter: LotFilter & { readonly stockItem?: string }) =>
  pages<LotRow>('lots', '/api/lots', filter);
export const alertsQuery = (filter: Filter) => pages<AlertRow>('alerts', '/api/alerts', filter);
export const queueQuery = pages<QueueRow>('queue', '/api/queue', {});
export const safetyQuery = (state: string | null) => pages<SafetyRow>('safety', '/api/safety-checks', { state });
export const lotQuery = (id: string) =>
  queryOptions<LotDetail>({
    queryKey: keys.pharmacy('lot', { id }),
    queryFn: ({ signal }) => requestJson(`/api/lots/${encodeURIComponent(id)}`, { signal }),
  });

type Recorded = { readonly recorded: number };
const at = (path: string, id: string, act: string) => `${path}/${encodeURIComponent(id)}/${act}`;

export const reviewDispenses = (ids: readonly string[], key: string) =>
  postJson<Recorded>('/api/dispenses/review', { ids }, key);
export const flagDispense = (id: string, reason: string, key: string) =>
  postJson<Recorded>(at('/api/dispenses', id, 'flag'), { reason }, key);
export const disposeReturn = (
  id: string,
  asked: { readonly disposition: Disposition; readonly reason?: string },
  key: string,
) => postJson<Recorded>(at('/api/returns', id, 'dispose'), asked, key);
export const holdLot = (id: string, act: 'quarantine' | 'release', reason: string, key: string) =>
  postJson<Recorded>(at('/api/lots', id, act), { reason }, key);
export const decideExpiry = (
  id: string,
  asked: { readonly decision: string; readonly owner?: string; readonly reason?: string },
  key: string,
) => postJson<Recorded>(at('/api/lots', id, 'decide'), asked, key);
export const countStock = (asked: Readonly<Record<string, string | undefined>>, key: string) =>
  postJson<Recorded>('/api/stock-counts', asked, key);
export const acknowledgeAlert = (
  asked: { readonly id: string; readonly reason: string; readonly prescriptionId?: string },
  key: string,
) => postJson<Recorded>('/api/alerts/acknowledge', asked, key);
