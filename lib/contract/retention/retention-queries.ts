import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { HoldKind, PurgeCheck, PurgePreview, RetentionOverview } from './retention.ts';

/** While a run goes on its progress is asked for every second. */
export const retentionQuery = queryOptions<RetentionOverview>({
  queryKey: keys.retention,
  queryFn: ({ signal }) => requestJson('/api/retention', { signal }),
  refetchInterval: ({ state }) => (state.data?.open?.state === 'running' ? 1_000 : false),
});

/** Of this moment: never from memory. */
export const purgePreviewQuery = queryOptions<PurgePreview>({
  queryKey: keys.purgePreview,
  queryFn: ({ signal }) => requestJson('/api/retention/preview', { signal }),
  gcTime: 0,
});

export type HoldAsked = {
  readonly kind: HoldKind;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason: string;
};

export const postLegalHold = (hold: HoldAsked, key: string): Promise<unknown> =>
  postJson('/api/retention/holds', hold, key);
export const postLegalHoldRelease = (id: string, reason: string): Promise<unknown> =>
  postJson(`/api/retention/holds/${encodeURIComponent(id)}/release`, { reason });
export const postPurge = (reason: string): Promise<unknown> => postJson('/api/retention/runs', { reason });
export const postPurgeState = (id: number, state: 'running' | 'paused' | 'stopped'): Promise<unknown> =>
  postJson(`/api/retention/runs/${id}/state`, { state });
export const checkPurge = (id: number): Promise<PurgeCheck> => requestJson(`/api/retention/runs/${id}/check`);
