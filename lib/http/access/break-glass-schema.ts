import { z } from 'zod';

/** An id of a patient or a prescription as it is, and the reason. */
export const breakGlassBody = z.strictObject({
  kind: z.enum(['patient', 'prescription']),
  id: z.string().min(3).max(600),
  reason: z.string().trim().min(10).max(500),
});

export const reviewBreakGlassBody = z.strictObject({ note: z.string().trim().min(3).max(500) });
