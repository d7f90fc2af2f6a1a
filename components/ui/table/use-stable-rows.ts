import { useMemo, useState } from 'react';
import { keepRowsInPlace } from '#lib/contract/base/settle';

type Held<T> = { readonly key: string; readonly rows: readonly T[] };

/** The state of a list's query: the pages that came, and whether a further one is there. */
type Pages<T> = {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
  readonly isSuccess: boolean;
  readonly hasNextPage: boolean;
};

/**
 * The rows to show and how many newer ones wait. `key` is the filter: another filter is another list and starts afresh.
 * While `following`, nothing waits. Where no further page is there that a row could have been pushed to, a row that is gone goes.
 */
export function useStableRows<T>(key: string, query: Pages<T>, idOf: (row: T) => string, following = false) {
  const { data, isSuccess, hasNextPage } = query;
  const fresh = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const [held, setHeld] = useState<Held<T>>({ key, rows: [] });
  const base = held.key === key && !following ? held.rows : [];
  const { shown, waiting } = keepRowsInPlace(base, fresh, idOf, isSuccess && !hasNextPage);
  const changed =
    held.key !== key || shown.length !== held.rows.length || shown.some((row, index) => row !== held.rows[index]);
  if (changed) setHeld({ key, rows: shown });
  return { fresh, shown, waiting: waiting.length, show: () => setHeld({ key, rows: fresh }) };
}
