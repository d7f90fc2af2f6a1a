import { useState } from 'react';
import { settle } from '#lib/queries/settle';

type Held<T> = { readonly key: string; readonly rows: readonly T[] };

/**
 * The rows to show and how many newer ones wait. `key` is the filter: another filter is another list and starts afresh.
 * While `following`, nothing waits. `whole`: no further page is there that a row could have been pushed to.
 */
export function useHeldRows<T>(
  key: string,
  fresh: readonly T[],
  idOf: (row: T) => string,
  following = false,
  whole = false,
) {
  const [held, setHeld] = useState<Held<T>>({ key, rows: [] });
  const base = held.key === key && !following ? held.rows : [];
  const { shown, waiting } = settle(base, fresh, idOf, whole);
  const changed =
    held.key !== key || shown.length !== held.rows.length || shown.some((row, index) => row !== held.rows[index]);
  if (changed) setHeld({ key, rows: shown });
  return { shown, waiting: waiting.length, show: () => setHeld({ key, rows: fresh }) };
}
