import { type InfiniteData, infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import type { Page } from './page.ts';
import { queryString, requestJson } from './request-json.ts';

/** Rows that a screen asks for at once. */
export const usualPage = 50;

type Params = Readonly<Record<string, string | number | null | undefined>>;

/** The one way in which a browser asks for pages of rows, one after the other by the cursor of the last. */
export function pagesQuery<R, P extends Page<R> = Page<R>>(
  queryKey: QueryKey,
  path: string,
  params: Params,
  limit: number = usualPage,
) {
  return infiniteQueryOptions<P, Error, InfiniteData<P, string | null>, QueryKey, string | null>({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${path}${queryString({ ...params, cursor: pageParam, limit })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
