import { Conflict, NotFound } from '#lib/domain/base/refusal';

/*
 * A command refuses the second of two people who change one record, with a 409.
 *
 * Two people look at one record, and each decides by what the screen shows. A command therefore reads the record again, locked, in the transaction
 * that changes it: of two people, the second comes after the first and finds what the first left. It then asks here whether the record is still what
 * the person decided by. There are three cases:
 *
 * - `requireUnchanged`: the screen sends back the version that it showed. Any change since then refuses.
 * - `requireState`: other changes do no harm, but the action needs a state that the record has left: it is no longer open, it was reviewed.
 * - `requireFirst`: the database lets one writer through, by a unique key or by an update with a condition. Who wrote nothing was the second.
 *
 * One person who sends the same request again is no second person: the idempotency key answers that (`lib/actions/record-action.ts`).
 */

/** The row that was locked for a change. @throws NotFound when there is none (any more) */
export function requireRow<R>(row: R | null | undefined): R {
  if (row === null || row === undefined) throw new NotFound();
  return row;
}

/** Refuses where a locked row is not the version that the person saw. @throws Conflict `changed` */
export function requireUnchanged(
  { version }: { readonly version: number },
  seen: number,
  words = 'Somebody else has changed this meanwhile.',
): void {
  if (version !== seen) throw new Conflict('changed', words);
}

/** Refuses where a row is not in the state that the action needs. @throws Conflict of that code */
export function requireState(holds: boolean, code: string, words: string): asserts holds {
  if (!holds) throw new Conflict(code, words);
}

/** Refuses where a write that only one can make was made by somebody else. @throws Conflict of that code */
export function requireFirst(wrote: boolean, code: string, words: string): asserts wrote {
  if (!wrote) throw new Conflict(code, words);
}
