import { z } from 'zod';
import { paging } from '#lib/http/base/list-query';

const asked = {
  days: z.coerce.number().int().min(1).max(90).default(30),
  source: z
    .string()
    .max(64)
    .transform((key) => (key === '' ? undefined : key))
    .optional(),
};

export const nameFilter = z.object(asked);
export const factFilter = z.object({
  ...paging,
  ...asked,
  type: z.string().max(200),
  kind: z.enum(['both', 'legacy', 'subject']),
});
