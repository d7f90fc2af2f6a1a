import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { pagesQuery } from '#lib/contract/base/pages-query';
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

/** The facts that one number of the screen counts: its type, kind and days are asked for together, so that it is no list with a filter of its own. */
export function factsQuery(filter: FactFilter) {
  return pagesQuery<ParityFact>(['names', 'facts', filter], '/api/names/facts', filter);
}
