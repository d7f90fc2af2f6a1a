'use client';

import { debounce, parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { FilterField } from '#lib/contract/base/filter-field';
import type { Asked, Fields, ListDefinition } from '#lib/contract/base/list';
import { askedOnScreen, isNarrowed, screenValue } from '#lib/contract/base/list-address';
import type { TableSort } from './data-table.tsx';

const typed = parseAsString.withOptions({ limitUrlUpdates: debounce(250) });
const chosen = parseAsString.withOptions({ history: 'push' });

function parsersOf(fields: Readonly<Record<string, Pick<FilterField<unknown>, 'given'>>>) {
  const own = Object.entries(fields).map(([name, { given }]) => [name, given === 'typed' ? typed : chosen] as const);
  return Object.fromEntries([...own, ['sort', chosen] as const]);
}

function textsOf<V>(fields: Fields<V>, some: { readonly [K in keyof V]?: V[K] | null | undefined }) {
  const texts: Record<string, string | null> = {};
  for (const name in fields) if (name in some) texts[name] = screenValue(fields[name], some[name]);
  return texts;
}

export type ListFilter<V, A, S extends string> = {
  /** The request for the list: the same as that of the page's first load. */
  readonly asked: Asked<V, A, S>;
  /** The texts of the address bar as they are being typed. */
  readonly texts: Readonly<Record<string, string | null>>;
  /** Changes some fields; null or undefined leaves a field out. */
  readonly set: (some: { readonly [K in keyof V]?: V[K] | null | undefined }) => void;
  /** The order of the rows, for the table's headers; undefined where the list has one order only. */
  readonly sort: TableSort | undefined;
  /** Takes every filter away; undefined where there is none to take away. */
  readonly clear: (() => void) | undefined;
};

export type ListFilterOf<D> =
  D extends ListDefinition<infer _, infer V, infer A, infer S> ? ListFilter<V, A, S> : never;

/** The filter and the order of a list, kept in the address bar. */
export function useListFilter<R, V, A, S extends string>(list: ListDefinition<R, V, A, S>): ListFilter<V, A, S> {
  const parsers = useMemo(() => parsersOf(list.filter), [list]);
  const [texts, write] = useQueryStates(parsers);
  const asked = useMemo(() => askedOnScreen(list, texts), [list, texts]);
  const everyField = useMemo(() => Object.fromEntries(Object.keys(list.filter).map((name) => [name, null])), [list]);
  const { sort } = list;
  const onSort = useCallback(
    (order: string) => void write({ sort: order === '' || order === sort?.first ? null : order }),
    [write, sort],
  );
  return {
    asked,
    texts,
    set: (some) => void write(textsOf(list.filter, some)),
    sort: asked.sort === undefined ? undefined : { order: asked.sort, onSort },
    clear: isNarrowed(list, asked) ? () => void write(everyField) : undefined,
  };
}
