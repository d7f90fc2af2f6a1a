/** A page of a list. `nextCursor` is opaque; null on the last page. */
export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };
