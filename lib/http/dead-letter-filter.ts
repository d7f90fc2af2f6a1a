import { z } from 'zod';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letter';
import { oneOf, paging } from './asked-list.ts';

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
  status: oneOf(['ignored']),
});

export const deadLetterList = deadLetterFilter.extend(paging);
