import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { BreakGlassRow, BreakGlassSubject, OpenBreakGlass } from './break-glass.ts';

export const openBreakGlassQuery = queryOptions<Page<OpenBreakGlass>>({
  queryKey: keys.breakGlass,
  queryFn: ({ signal }) => requestJson('/api/break-glass', { signal }),
});

export function breakGlassReviewsQuery(show: 'unreviewed' | 'reviewed') {
  return infiniteQueryOptions<
    Page<BreakGlassRow>,
    Error,
    InfiniteData<Page<BreakGlassRow>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: keys.glassReviews(show),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/break-glass/reviews${queryString({ show, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const postBreakGlass = (asked: {
  readonly kind: BreakGlassSubject;
  readonly id: string;
  readonly reason: string;
}) => postJson<OpenBreakGlass>('/api/break-glass', asked);
export const postBreakGlassEnd = (id: string) => postJson(`/api/break-glass/${id}/end`, {});
export const postBreakGlassReview = (id: string, note: string) => postJson(`/api/break-glass/${id}/review`, { note });
