import { z } from 'zod';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { emailStates } from '#lib/domain/prescriptions/prescription-state';

export const resendBody = z.object({
  email: z.string().trim().refine(isEmailAddress),
  reason: z.string().trim().max(500).optional(),
  seen: z.enum(emailStates).optional(),
  addressIsRight: z.boolean().optional(),
});

export const settleParams = z.object({
  id: z.string().min(3).max(600),
  outboxId: z.string().min(1).max(64),
});

export const settleBody = z.object({ outcome: z.enum(['sent', 'not-sent']) });

export const patientToldSchema = z.object({ note: z.string().trim().min(3).max(500) });
