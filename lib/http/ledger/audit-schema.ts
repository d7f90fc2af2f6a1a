import { z } from 'zod';
import { instantParameter, paging } from '#lib/http/base/list-query';

const word = z
  .string()
  .trim()
  .max(700)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

export const auditFilter = z.object({
  ...paging,
  ...{ actor: word, action: word, kind: word, id: word, glass: word },
  ...{ from: instantParameter.optional(), to: instantParameter.optional() },
  format: z.enum(['json', 'csv']).default('json'),
});

const head = z.string().max(100);
export const checkBody = z.strictObject({ from: head.optional(), kept: head.optional() });
