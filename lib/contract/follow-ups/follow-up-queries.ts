import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { FollowUpCount, FollowUps, IncidentRow, Unassigned } from './follow-up.ts';

export const followUpsQuery = infiniteQueryOptions<
  FollowUps,
  Error,
  InfiniteData<FollowUps, string | null>,
  QueryKey,
  string | null
>({
  queryKey: keys.followUps,
  queryFn: ({ pageParam, signal }) =>
    requestJson(`/api/follow-ups${queryString({ cursor: pageParam, limit: 100 })}`, { signal }),
  initialPageParam: null,
  getNextPageParam: (page) => page.nextCursor,
});

/** The open ones as a file: the same rows, in the same order. */
export const followUpsCsvPath = '/api/follow-ups?format=csv';

export const followUpCountQuery = queryOptions<FollowUpCount>({
  queryKey: keys.followUpCount,
  queryFn: ({ signal }) => requestJson('/api/follow-ups/count', { signal }),
});

export function postSnooze(id: string, asked: { readonly until: string; readonly reason: string }) {
  return postJson<{ readonly until: string }>(`/api/follow-ups/${encodeURIComponent(id)}/snooze`, asked);
}

export const bounceClustersQuery = queryOptions<Page<IncidentRow>>({
  queryKey: keys.incidents,
  queryFn: ({ signal }) => requestJson('/api/incidents', { signal }),
});

export const bounceClustersCsvPath = '/api/incidents?format=csv';

export const bounceClusterCountQuery = queryOptions<{ readonly count: number }>({
  queryKey: keys.incidentCount,
  queryFn: ({ signal }) => requestJson('/api/incidents/count', { signal }),
});

export function postBounceClusterFixed(key: string): Promise<{ readonly queued: number }> {
  return postJson(`/api/incidents/${encodeURIComponent(key)}/mend`, {});
}

export const unassignedQuery = infiniteQueryOptions<
  Unassigned,
  Error,
  InfiniteData<Unassigned, string | null>,
  QueryKey,
  string | null
>({
  queryKey: keys.unassigned,
  queryFn: ({ pageParam, signal }) =>
    requestJson(`/api/unassigned${queryString({ cursor: pageParam, limit: 100 })}`, { signal }),
  initialPageParam: null,
  getNextPageParam: (page) => page.nextCursor,
});

export const unassignedCsvPath = '/api/unassigned?format=csv';

export function postAssignment(id: string, asked: { readonly userId: string; readonly reason?: string }) {
  return postJson(`/api/prescriptions/${encodeURIComponent(id)}/assign`, asked);
}
