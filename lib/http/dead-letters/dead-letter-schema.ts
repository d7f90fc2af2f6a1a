import { z } from 'zod';
import { deadLetterFields } from '#lib/contract/dead-letters/dead-letter-filter';
import { instantParameter } from '#lib/http/base/list-query';
import { filterSchema } from '#lib/http/base/list-schema';

const seqs = z.array(z.coerce.bigint().positive()).min(1).max(1_000);
const reason = z.string().trim().min(5).max(500);

/** Some by their numbers, or all that matched a filter when its number was shown; and why. */
export const deadLetterActionSchema = z.union([
  z.object({ ids: seqs, reason }),
  z.object({ filter: filterSchema(deadLetterFields), asOf: instantParameter, reason }),
]);
