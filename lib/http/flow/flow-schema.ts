import { z } from 'zod';
import { locales } from '#lib/domain/base/locale';
import { opsAlertKinds } from '#lib/domain/flow/ops-alert';
import { instantParameter } from '#lib/http/base/list-query';

const subject = z.string().max(200).default('');
const kind = z.enum(opsAlertKinds);

export const muteBody = z.strictObject({
  kind,
  subject,
  until: instantParameter,
  reason: z.string().trim().min(5).max(500),
});
export const endMuteBody = z.strictObject({ kind, subject });

export const recipientBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), address: z.email().max(254), locale: z.enum(locales) }),
  z.strictObject({ kind: z.literal('webhook'), address: z.url().max(2000), locale: z.enum(locales) }),
]);
export const recipientParams = z.object({ id: z.string().regex(/^rcp_[\w-]{1,64}$/) });

export const expectationParams = z.object({ id: z.string().regex(/^src_[\w-]{1,64}$/) });
export const expectationBody = z.strictObject({
  expectation: z
    .strictObject({
      everyMinutes: z.number().int().min(1).max(20_160),
      fromHour: z.number().int().min(0).max(23),
      toHour: z.number().int().min(1).max(24),
    })
    .refine(({ fromHour, toHour }) => fromHour < toHour, { path: ['toHour'] })
    .nullable(),
});
