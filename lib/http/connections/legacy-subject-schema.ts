import { z } from 'zod';
import { paging } from '#lib/http/base/list-query';

const fields = {
  days: z.coerce.number().int().min(1).max(90).default(30),
  source: z
    .string()
    .max(64)
    .transform((key) => (key === '' ? undefined : key))
    .optional(),
};

export const nameFilter = z.object(fields);
export const factFilter = z.object({
  ...paging,
  ...fields,
  type: z.string().max(200),
  kind: z.enum(['both', 'legacy', 'subject']),
});
