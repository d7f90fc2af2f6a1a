import { z } from 'zod';
import { holdKinds } from '#lib/contract/retention/retention';
import { instantParameter } from '#lib/http/base/list-query';

export const holdParams = z.object({ id: z.string().min(3).max(200) });
export const runParams = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
export const movePurgeBody = z.object({ state: z.enum(['paused', 'running', 'stopped']) });

const reason = z.string().trim().min(5).max(500);
const subject = z.string().trim().min(1).max(900);

/** Everything is held by its kind alone; any other kind names its subject. */
export const legalHoldSchema = z
  .object({
    kind: z.enum(holdKinds),
    subject: subject.optional(),
    from: instantParameter.optional(),
    to: instantParameter.optional(),
    reason,
  })
  .refine(({ kind, subject: named }) => (kind === 'everything') === (named === undefined), { path: ['subject'] });
export const whyBody = z.object({ reason });
