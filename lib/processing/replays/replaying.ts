import type { Claimed } from '#lib/db/ledger/claim-work';
import type { Meaning } from '#lib/domain/ledger/meaning';

/** The reading of events by replays; `interpret` is the catalogue's, replaceable only to show a failing one. */
export type Replaying = { readonly interpret: (row: Claimed) => Meaning };
