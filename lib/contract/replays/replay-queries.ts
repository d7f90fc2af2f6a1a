import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { ReplayAction } from '#lib/domain/replays/replay';
import type {
  NewerSubject,
  ReplayAsked,
  ReplayChangeRow,
  ReplayDetail,
  ReplayItemRow,
  ReplayPreview,
  ReplayRow,
} from './replay.ts';

/** The address at which processed events are chosen for reinterpretation. */
export const reinterpretPath = '/replays/new?status=processed';

type Pages<T> = InfiniteData<Page<T>, string | null>;

const pathOf = (id: string): string => `/api/replays/${encodeURIComponent(id)}`;

function pagesOf<T>(queryKey: readonly unknown[], address: (cursor: string | null) => string) {
  return infiniteQueryOptions<Page<T>, Error, Pages<T>, QueryKey, string | null>({
    queryKey,
    queryFn: ({ pageParam, signal }) => requestJson(address(pageParam), { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const replaysQuery = (state: string | null) =>
  pagesOf<ReplayRow>(keys.replays(state), (cursor) => `/api/replays${queryString({ state, cursor, limit: 50 })}`);

export function replayQuery(id: string) {
  return queryOptions<ReplayDetail>({
    queryKey: keys.replay(id),
    queryFn: ({ signal }) => requestJson(pathOf(id), { signal }),
  });
}

export const replayItemsQuery = (id: string, outcome: string | null) =>
  pagesOf<ReplayItemRow>(
    keys.replayRows(id, 'items', outcome),
    (cursor) => `${pathOf(id)}/items${queryString({ outcome, cursor, limit: 50 })}`,
  );

export const replayChangesQuery = (id: string, group: string | null) =>
  pagesOf<ReplayChangeRow>(
    keys.replayDiff(id, group),
    (cursor) => `${pathOf(id)}/changes${queryString({ group, cursor, limit: 50 })}`,
  );

export const replayNewerQuery = (id: string) =>
  pagesOf<NewerSubject>(
    keys.replayDiff(id, 'newer'),
    (cursor) => `${pathOf(id)}/newer${queryString({ cursor, limit: 50 })}`,
  );

/** The same events as the list, in the same order, as a file. */
export function replayCsv(id: string, outcome: string | null): string {
  return `${pathOf(id)}/items${queryString({ outcome, format: 'csv' })}`;
}

/** Answers as soon as the set is frozen (RFC 7240): the preview's own screen shows how far it is. */
export const postReplayPreview = (asked: ReplayAsked, key: string): Promise<ReplayPreview> =>
  requestJson('/api/replays/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'respond-async' },
    body: JSON.stringify(asked),
  });
export const postReplayStart = (previewId: string, ratePerSecond: number): Promise<{ readonly id: string }> =>
  postJson('/api/replays', { previewId, ratePerSecond });
export const postReplayAction = (id: string, act: ReplayAction): Promise<unknown> =>
  postJson(`${pathOf(id)}/${act}`, {});
