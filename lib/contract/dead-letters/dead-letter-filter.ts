import { anInstant, chosenText, type FilterField, oneOf, shownAs, typedText } from '#lib/contract/base/filter-field';
import type { Filter } from '#lib/contract/base/list';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';

const longest = 600;

/**
 * The filter of dead letters: `source` is a source's key, or its id where it has none; `type` the catalogue's name, or the wire's where it was never read;
 * `q` a ledger number, a message id, or the id of what the event is about; `amendment`: those whose amendment waits for a second person. The screen
 * shows the open ones unless its address says otherwise.
 */
export const screenFields = {
  q: typedText(longest),
  type: typedText(longest),
  source: typedText(longest),
  cause: oneOf(deadLetterCauses),
  state: shownAs(oneOf(deadLetterStates), 'open'),
  amendment: oneOf(['proposed']),
};

/** The group that a dead letter belongs to: on the screen, the one that is unfolded. */
export const groupField = { fingerprint: chosenText(longest) };

/** The meaning of "all that match" in a body. */
export const deadLetterFields = { ...screenFields, ...groupField };

/**
 * The events that a replay is requested for. With `status` it means no dead letters but every ignored event of that type, or every processed one to
 * reinterpret; `from` and `to` (excluded) bound their receipt.
 */
export const replayFields = {
  ...deadLetterFields,
  status: oneOf(['ignored', 'processed']),
  from: anInstant,
  to: anInstant,
};

type ValueOf<F> = F extends FilterField<infer T> ? T : never;

/** The one filter of the screen's address, its lists, "all matching", a replay's preview and a file. */
export type DeadLetterFilter = Filter<{
  readonly [K in keyof typeof replayFields]: ValueOf<(typeof replayFields)[K]>;
}>;
