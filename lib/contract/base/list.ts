import type { Permission } from '#lib/domain/access/permission';
import type { FilterField } from './filter-field.ts';

/** The values of a filter: what is left out narrows nothing. */
export type Filter<V> = { readonly [K in keyof V]?: V[K] | undefined };
export type Fields<V> = { readonly [K in keyof V]: FilterField<V[K]> };

/** The column that a list is sorted by, `-` before it: from the last to the first. */
export type Order<S extends string> = S | `-${S}`;

/** By which columns the server sorts a list, and how it does when nobody asks. */
export type Sorting<S extends string> = { readonly by: readonly S[]; readonly first: Order<S> };

/** The type of a list's rows; there is no value of it. */
export type RowType<R> = { readonly row?: R };
export const rowType = <R>(): RowType<R> => ({});

/**
 * The definition of a list: its address in the API, its key in the browser's cache, who may read it, the fields of its filter, the fields that only the API
 * takes, and the columns that sort. The route, the page's first load, the file and the address bar are derived from it (`list-address.ts`,
 * `list-query.ts`, `app/api/list-route.ts`, `app/(console)/list-page.tsx`), and all of them get the same parsed filter.
 */
export type ListDefinition<R, V, A, S extends string> = {
  /** Its name in the file and in the audit log. */
  readonly name: string;
  /** `{id}` is replaced by the id of the record that the list belongs to. */
  readonly path: string;
  /** Live changes name the first one or two parts. */
  readonly key: readonly string[];
  /** Null: whoever is signed in; the view keeps to what is theirs. */
  readonly permission: Permission | null;
  readonly row: RowType<R>;
  readonly filter: Fields<V>;
  readonly apiOnly: Fields<A>;
  readonly sort: Sorting<S> | null;
};

/** The request for a list: the filter, and the order where the list can be sorted. */
export type Asked<V, A, S extends string> = Filter<V> & Filter<A> & { readonly sort?: Order<S> | undefined };

/** A page of it: from a place on, so many rows. */
export type Paged = { readonly cursor?: string | undefined; readonly limit: number };

export type RowOf<D> = D extends { readonly row: RowType<infer R> } ? R : never;
export type AskedOf<D> = D extends ListDefinition<infer _, infer V, infer A, infer S> ? Asked<V, A, S> : never;
/** The fields of a list's filter with those that only the API takes. */
export type FilterOf<D> = D extends ListDefinition<infer _, infer V, infer A, infer _S> ? Filter<V> & Filter<A> : never;
export type OrderOf<D> = D extends ListDefinition<infer _, infer _V, infer _A, infer S> ? Order<S> : never;
/** The input of a view of the list. */
export type PageAsked<D> = AskedOf<D> & Paged;

/** Defines a list: `apiOnly: {}` takes the same fields on the screen and in the API, `sort: null` has one order only. */
export const defineList = <R, V, A, const S extends string = never>(
  list: ListDefinition<R, V, A, S>,
): ListDefinition<R, V, A, S> => list;
