import { z } from 'zod';
import { bodyWith } from '#lib/http/base/read-json';

const seq = z.coerce.bigint().positive().max(BigInt(Number.MAX_SAFE_INTEGER));

export const letterParams = z.object({ seq });
export const amendmentParams = z.object({ seq, id: z.string().regex(/^amd_[\w-]{1,60}$/) });

/** As large as a source's body may be. */
const longest = 262_144;
const text = z.string().min(1).max(longest);
export const largestAmendment = bodyWith(longest);
const why = z.string().trim().min(5).max(500);

export const amendmentText = z.object({ text });
export const amendmentBody = z.object({ text, reason: why });
export const decisionBody = z.object({ reason: why });
