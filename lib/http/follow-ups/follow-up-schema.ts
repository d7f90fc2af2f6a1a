import { z } from 'zod';
import { followUpKinds } from '#lib/domain/follow-ups/follow-up-kind';
import { instantParameter } from '#lib/http/base/list-query';

const kinds = z.enum(followUpKinds);

/** `{lane}|{prescription id}`, percent-encoded in the path. */
export const followUpParams = z.object({
  id: z
    .string()
    .min(5)
    .max(640)

    .refine((id) => kinds.safeParse(id.split('|', 1)[0]).success)
    .transform((id) => ({
      kind: kinds.parse(id.split('|', 1)[0]),
      prescriptionId: id.slice(id.indexOf('|') + 1),
    })),
});

export const snoozeBody = z.object({ until: instantParameter, reason: z.string().trim().min(3).max(500) });

export const assignBody = z.object({
  userId: z.string().min(1).max(64),
  reason: z.string().trim().max(500).optional(),
});

export const incidentParams = z.object({ key: z.string().min(5).max(400) });
