import type { Claimed } from '#lib/db/ledger/claim-work';
import type { Meaning } from '#lib/domain/ledger/meaning';

/** How replays read events; `interpret` is the catalogue's, replaceable only to show what a failing one does. */
export type Replaying = { readonly interpret: (row: Claimed) => Meaning };
