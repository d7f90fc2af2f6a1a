import { encodeCursor } from './cursor.ts';

/** The rows of one page of those that were found, and the cursor of the next one. */
export type PageOfRows<T> = { readonly rows: readonly T[]; readonly nextCursor: string | null };

/** One row more than a page has is asked for: whether it is there says whether another page is. */
export const oneMore = (limit: number): number => limit + 1;

/** The first `limit` of the rows that were found with `oneMore(limit)`. `place` is where the next page goes on: after the page's last row. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  place: (last: T) => readonly (string | number)[],
): PageOfRows<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, nextCursor: found.length > limit && last !== undefined ? encodeCursor(place(last)) : null };
}
