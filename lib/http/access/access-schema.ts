import { z } from 'zod';
import { roles } from '#lib/domain/base/scope';
import { isEmailAddress } from '#lib/domain/base/web/email-address';

const token = z.string().min(40).max(160);

export const lookBody = z.strictObject({ token });
/** The password rule decides the length, in words; this only stops bodies of absurd length. */
export const passwordBody = z.strictObject({ token, password: z.string().max(4096) });
export const forgotBody = z.strictObject({ email: z.string().trim().max(320) });

const name = z.string().trim().min(1).max(120);
const prescriberIds = z
  .array(
    z
      .string()
      .trim()
      .regex(/^(osigu|photon|medication):\S+$/)
      .max(280),
  )
  .max(50);
const locationIds = z.array(z.string().trim().min(1).max(200)).max(200);
const reach = { role: z.enum(roles), inCharge: z.boolean().optional(), prescriberIds: prescriberIds.optional() };

export const inviteBody = z.strictObject({
  email: z.string().trim().toLowerCase().refine(isEmailAddress),
  ...{ name, ...reach, locationIds: locationIds.optional() },
});

export const changeBody = z.strictObject({
  ...{ name: name.optional(), role: reach.role.optional(), inCharge: reach.inCharge },
  ...{ prescriberIds: prescriberIds.optional(), locationIds: locationIds.optional() },
  version: z.number().int().min(0),
});

export const accountParams = z.object({ id: z.string().regex(/^[\w-]{3,64}$/) });
