/** The rows of a list while newer rows wait: those a hand may already be reaching for, in their places, with their latest content. */
export type RowsInPlace<T> = { readonly shown: readonly T[]; readonly waiting: readonly T[] };

/**
 * `held` are the rows shown last; `fresh` the server's present ones. A held row keeps its place and takes its new content; at the end also
 * when the fresh pages no longer reach down to it. One that is gone from among the others no longer belongs and goes. Rows below everything
 * held are the next page and are shown; any other unknown row waits. `whole`: the fresh rows are the whole list, so that what is not among
 * them is gone.
 */
export function keepRowsInPlace<T>(
  held: readonly T[],
  fresh: readonly T[],
  idOf: (row: T) => string,
  whole = false,
): RowsInPlace<T> {
  if (held.length === 0) return { shown: fresh, waiting: [] };
  const latest = new Map(fresh.map((row) => [idOf(row), row]));
  const known = new Set(held.map(idOf));
  const lastKnown = fresh.findLastIndex((row) => known.has(idOf(row)));
  const isNew = (row: T): boolean => !known.has(idOf(row));
  const below = lastKnown === -1 ? [] : fresh.slice(lastKnown + 1).filter(isNew);
  const waiting = (lastKnown === -1 ? fresh : fresh.slice(0, lastKnown)).filter(isNew);
  const lastFound = held.findLastIndex((row) => latest.has(idOf(row)));
  const inPlace = held.flatMap((row, index) => latest.get(idOf(row)) ?? (index > lastFound && !whole ? [row] : []));
  return { shown: [...inPlace, ...below], waiting };
}
