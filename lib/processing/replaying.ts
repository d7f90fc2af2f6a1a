import type { Claimed } from '#lib/db/claim';
import type { Meaning } from '#lib/domain/meaning';

/** How replays read events; `interpret` is the catalogue's, replaceable only to show what a failing one does. */
export type Replaying = { readonly interpret: (row: Claimed) => Meaning };
