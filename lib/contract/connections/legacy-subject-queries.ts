import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { queryString, requestJson } from '#lib/contract/base/request-json';
import type { NameParity, ParityFact } from './legacy-subject.ts';

export type NameFilter = { readonly days: number; readonly source: string | null };
export type FactFilter = NameFilter & { readonly type: string; readonly kind: 'both' | 'legacy' | 'subject' };

export function namesQuery(filter: NameFilter) {
  return queryOptions<NameParity>({
    queryKey: keys.names(filter),
    queryFn: ({ signal }) => requestJson(`/api/names${queryString(filter)}`, { signal }),
    refetchInterval: 30_000,
  });
}

export function factsQuery(filter: FactFilter) {
  return infiniteQueryOptions<
    Page<ParityFact>,
    Error,
    InfiniteData<Page<ParityFact>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: keys.nameFacts(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/names/facts${queryString({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
