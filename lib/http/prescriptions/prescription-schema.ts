import { z } from 'zod';

/** `{system}:{external id}`, percent-encoded in the path. */
export const prescriptionParams = z.object({ id: z.string().min(3).max(600) });
