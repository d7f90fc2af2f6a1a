import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { Disposition } from '#lib/contract/dispenses/dispense';
import type { LotDetail } from '#lib/contract/stock/stock';
import type { Today } from './pharmacy.ts';

export const todayQuery = queryOptions<Today>({
  queryKey: keys.pharmacy('today', {}),
  queryFn: ({ signal }) => requestJson('/api/today', { signal }),
});
export const lotQuery = (id: string) =>
  queryOptions<LotDetail>({
    queryKey: keys.pharmacy('lot', { id }),
    queryFn: ({ signal }) => requestJson(`/api/lots/${encodeURIComponent(id)}`, { signal }),
  });

type Recorded = { readonly recorded: number };
const at = (path: string, id: string, act: string) => `${path}/${encodeURIComponent(id)}/${act}`;

export const postReview = (ids: readonly string[], key: string) =>
  postJson<Recorded>('/api/dispenses/review', { ids }, key);
export const postFlag = (id: string, reason: string, key: string) =>
  postJson<Recorded>(at('/api/dispenses', id, 'flag'), { reason }, key);
export const postDisposition = (
  id: string,
  asked: { readonly disposition: Disposition; readonly reason?: string },
  key: string,
) => postJson<Recorded>(at('/api/returns', id, 'dispose'), asked, key);
export const postLotHold = (id: string, act: 'quarantine' | 'release', reason: string, key: string) =>
  postJson<Recorded>(at('/api/lots', id, act), { reason }, key);
export const postExpiryDecision = (
  id: string,
  asked: { readonly decision: string; readonly owner?: string; readonly reason?: string },
  key: string,
) => postJson<Recorded>(at('/api/lots', id, 'decide'), asked, key);
export const postStockCount = (asked: Readonly<Record<string, string | undefined>>, key: string) =>
  postJson<Recorded>('/api/stock-counts', asked, key);
export const postAcknowledgement = (
  asked: { readonly id: string; readonly reason: string; readonly prescriptionId?: string },
  key: string,
) => postJson<Recorded>('/api/alerts/acknowledge', asked, key);
