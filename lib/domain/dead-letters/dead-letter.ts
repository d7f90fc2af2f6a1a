/** The reason why an event could not be processed. The first six are found at receipt, the last two by the worker. */
export const deadLetterCauses = [
  'not-json',
  'not-an-envelope',
  'wrong-tenant',
  'wrong-environment',
  'future',
  'conflict',
  'invalid-payload',
  'retries-exhausted',
] as const;
export type DeadLetterCause = (typeof deadLetterCauses)[number];

/** The state of a dead letter. Only retention removes one, and never one that is open or being replayed. */
export const deadLetterStates = ['open', 'replaying', 'resolved', 'discarded'] as const;
export type DeadLetterState = (typeof deadLetterStates)[number];

/** A rejection names its cause and the JSON paths that made it; never a value, which could be a patient's. */
export type Rejection = { readonly cause: DeadLetterCause; readonly paths: readonly string[] };
