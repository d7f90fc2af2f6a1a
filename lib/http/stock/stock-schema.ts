import { z } from 'zod';
import { decimal } from '#lib/domain/base/decimal';
import { expiryDecisions } from '#lib/domain/stock/expiry-decision';
import { normaliseLot } from '#lib/domain/stock/lot-number';

/** An id of a row, percent-encoded in the path; a lot's is `{stock item}|{number}`. */
export const rowParams = z.object({ id: z.string().min(3).max(1800) });

const id = z.string().min(3).max(600);
const why = z.string().trim().min(3).max(500);

export const reviewBody = z.object({ ids: z.array(id).min(1).max(200) });
export const flagBody = z.object({ reason: why });
export const lotHoldSchema = z.object({ reason: why });
export const disposeBody = z.object({
  disposition: z.enum(['destroy', 'credit', 'quarantine']),
  reason: why.optional(),
});
/** To ignore an expiry needs a reason. */
export const decideBody = z
  .object({
    decision: z.enum(expiryDecisions),
    owner: z.string().trim().max(200).optional(),
    reason: why.optional(),
  })
  .refine(({ decision, reason }) => decision !== 'ignore' || reason !== undefined, { path: ['reason'] });
export const countBody = z.object({
  stockItemId: id,
  lotNumber: z
    .string()
    .trim()
    .max(256)
    .transform((lot) => normaliseLot(lot) || undefined)
    .optional(),
  bucket: z.enum(['usable', 'quarantine']).optional(),
  quantity: z.union([z.string().max(60), z.number()]).transform((value, context) => {
    const exact = decimal(value);
    if (exact !== null && !exact.startsWith('-')) return exact;
    context.addIssue('a quantity of zero or more');
    return z.NEVER;
  }),
  unit: z.string().trim().max(100).optional(),
  reason: why.optional(),
});
export const acknowledgeBody = z.object({
  id: z.string().min(3).max(1000),
  reason: why,
  prescriptionId: id.optional(),
});
