import { z } from 'zod';
import { replayOutcomes, replayRates, replayStates } from '#lib/domain/replays/replay';
import { changeGroups } from '#lib/domain/replays/replay-change';
import { oneOf, paging, reason } from '#lib/http/base/list-query';
import { deadLetterFilter } from '#lib/http/dead-letters/dead-letter-schema';

const named = z.object({ name: z.string().trim().min(1).max(120), ...reason.shape });
const seq = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** A window is of receipts, by which dead letters are not selected; processed events are reinterpreted a type at a time. */
const askedFilter = deadLetterFilter
  .strict()
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
export const replayList = z.object({ ...paging, state: oneOf(replayStates) });
export const replayItemList = z.object({
  ...paging,
  outcome: oneOf([...replayOutcomes, 'waiting']),
  format: z.enum(['json', 'csv']).default('json'),
});
export const replayChangeList = z.object({ ...paging, group: oneOf(changeGroups) });
