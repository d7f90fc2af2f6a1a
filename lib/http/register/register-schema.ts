import { z } from 'zod';
import { decimal } from '#lib/domain/base/decimal';
import { instantParameter, oneOf, paging } from '#lib/http/base/list-query';

const schedule = oneOf(['II', 'III', 'IV', 'V', '?']);
const word = z
  .string()
  .trim()
  .max(300)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

export const substancesFilter = z.object({ schedule, location: word });

export const registerFilter = z.object({
  ...paging,
  ...{ substance: word, schedule, location: word },
  from: instantParameter.optional(),
  to: instantParameter.optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

/** `{system}:{dispense id}`, percent-encoded in the path. */
export const dispenseParams = z.object({ id: z.string().min(3).max(600) });

/** An exact decimal, as text or number. */
const signed = z
  .union([z.string().max(45), z.number()])
  .transform((value) => decimal(value))
  .pipe(z.string());
const held = {
  stockItemId: z.string().min(3).max(600),
  lotNumber: word,
  quantityUnit: word,
};

export const registerCorrectionSchema = z.object({
  ...held,
  bucket: z.enum(['usable', 'quarantine']).optional(),
  quantity: signed.refine((quantity) => quantity !== '0'),
  reason: z.string().trim().min(5).max(500),
  corrects: z.string().min(3).max(700).optional(),
});
