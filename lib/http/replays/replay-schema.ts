import { z } from 'zod';
import { replayFields } from '#lib/contract/dead-letters/dead-letter-filter';
import { replayRates } from '#lib/domain/replays/replay';
import { reason } from '#lib/http/base/list-query';
import { filterSchema } from '#lib/http/base/list-schema';

const named = z.object({ name: z.string().trim().min(1).max(120), ...reason.shape });
const seq = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** A window of receipts is no filter of dead letters; processed events are reinterpreted one type at a time. */
const askedFilter = filterSchema(replayFields)
  .refine(({ status, from, to }) => status !== undefined || (from ?? to) === undefined, { path: ['from'] })
  .refine(({ status, type }) => status !== 'processed' || type !== undefined, { path: ['type'] });

/** Exactly one of: a filter, or named events. */
export const previewBody = z.union([
  named.extend({ filter: askedFilter }).strict(),
  named.extend({ ids: z.array(seq).min(1).max(5_000) }).strict(),
]);

export const startBody = z.strictObject({
  previewId: z.string().min(1).max(64),
  ratePerSecond: z.number().int().min(replayRates.least).max(replayRates.most).default(replayRates.usual),
});

export const replayParams = z.object({ id: z.string().min(1).max(64) });
