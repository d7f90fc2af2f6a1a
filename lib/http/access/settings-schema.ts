import { z } from 'zod';
import { locales } from '#lib/domain/base/locale';
import { isTimeZone } from '#lib/domain/base/time/time-zone';

const name = z.string().trim().min(1).max(120);

export const settingsBody = z.strictObject({
  version: z.number().int().min(0),
  name: name.optional(),
  timeZone: z.string().refine(isTimeZone).optional(),
  locale: z.enum(locales).optional(),
  pickUpDays: z.number().int().min(1).max(90).optional(),
  countersignHours: z.number().int().min(1).max(168).optional(),
  drugNamesInMail: z.boolean().optional(),
  mailFromName: name.nullable().optional(),
  resendBy: z.enum(['smtp', 'webhook']).optional(),
  resendWebhookUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .optional(),
  /** Standard Webhooks: 24 to 64 bytes in base64. */
  resendWebhookSecret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)
    .optional(),
});

const placeId = z.string().trim().min(1).max(200);
export const locationSchema = z.strictObject({ id: placeId, name });
export const removeLocationSchema = z.strictObject({ id: placeId });
