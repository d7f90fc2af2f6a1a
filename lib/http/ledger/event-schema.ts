import { z } from 'zod';

/** A ledger number. */
export const eventParams = z.object({
  seq: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER - 1),
});
