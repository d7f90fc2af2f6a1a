import { z } from 'zod';
import { locales } from '#lib/domain/base/locale';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { format } from '#lib/http/base/list-query';

/** The largest file of a directory that is taken at once: 5 MB. */
export const largestFile = 5_000_000;

/** `{system}:{id}` of a sender, or `dir:{id}`, percent-encoded in the path. */
export const patientParams = z.object({ id: z.string().min(3).max(600) });
export const productParams = z.object({ id: z.string().min(9).max(600) });

const written = z.string().trim().min(1).max(500);
const reason = z.string().trim().max(500).optional();

/** `null` removes a value; a field left out stays. */
export const patientCorrectionSchema = z.strictObject({
  name: written.nullable().optional(),
  phone: written.nullable().optional(),
  email: z.string().trim().refine(isEmailAddress).nullable().optional(),
  language: z.enum(locales).nullable().optional(),
  reason,
});

const patientId = z
  .string()
  .regex(/^(osigu|photon|medication|dir):\S/)
  .max(280);
export const linkBody = z.strictObject({ patientId, note: z.string().trim().min(3).max(500) });

export const patientSearchBody = z.object({ q: z.string().trim().min(2).max(100), format });

const code = z
  .string()
  .regex(/^(osigu|photon|medication):\S+$/)
  .max(280);
const amount = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,6})?$/);
export const productBody = z.strictObject({
  display: written.optional(),
  unit: written.nullable().optional(),
  schedule: written.nullable().optional(),
  reorderPoint: amount.nullable().optional(),
  codes: z.array(code).max(50).optional(),
});
export const newProductBody = productBody.required({ display: true, codes: true });

/** With `preview` nothing is written; without it, `digest` names the preview that is to be applied. */
export const importQuery = z.union([
  z.object({ preview: z.literal('1') }),
  z.object({ preview: z.undefined().optional(), digest: z.string().regex(/^[0-9a-f]{40}$/) }),
]);
