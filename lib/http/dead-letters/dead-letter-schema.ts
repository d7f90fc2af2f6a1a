import { z } from 'zod';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import { instantParameter, oneOf, paging } from '#lib/http/base/list-query';

const word = z
  .string()
  .trim()
  .max(600)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** The words of `DeadLetterFilter`, as an address carries them and as a body does. */
export const deadLetterFilter = z.object({
  cause: oneOf(deadLetterCauses),
  ...{ fingerprint: word, source: word, type: word, q: word },
  state: oneOf(deadLetterStates),
  amendment: oneOf(['proposed']),
  status: oneOf(['ignored', 'processed']),
  ...{ from: instantParameter.optional(), to: instantParameter.optional() },
});

/** Dead letters alone, which have no window: their number is read from counters. */
const lettersOnly = { status: true, from: true, to: true } as const;

export const deadLetterList = deadLetterFilter
  .omit(lettersOnly)
  .extend({ ...paging, format: z.enum(['json', 'csv']).default('json') });

const seqs = z.array(z.coerce.bigint().positive()).min(1).max(1_000);
const reason = z.string().trim().min(5).max(500);

/** Some by their numbers, or all that matched a filter when its number was shown; and why. */
export const deadLetterActionSchema = z.union([
  z.object({ ids: seqs, reason }),
  z.object({ filter: deadLetterFilter.omit(lettersOnly), asOf: instantParameter, reason }),
]);
