import { z } from 'zod';
import { wireFormatNames } from '#lib/domain/base/system';
import { overlaps, sourceKey } from '#lib/domain/ledger/source-rules';
import { leastSwitchReason } from '#lib/domain/ledger/source-state';

export const sourceParams = z.object({ id: z.string().regex(/^src_[\w-]{1,64}$/) });

const name = z.string().trim().min(1).max(100);
const word = z.string().trim().min(1).max(200).nullable().optional();
const secret = z.string().trim().max(600).optional();
const rate = z.number().int().min(1).max(10_000).nullable().optional();
const version = z.number().int().min(1);

export const newSourceBody = z.strictObject({
  key: z.string().regex(sourceKey),
  name,
  format: z.enum(wireFormatNames),
  environment: word,
  wireId: word,
  ratePerSecond: rate,
  secret,
});

export const sourceEditBody = z.strictObject({
  version,
  name: name.optional(),
  environment: word,
  wireId: word,
  ratePerSecond: rate,
});

export const versionBody = z.strictObject({ version });

const reason = z.string().trim().min(leastSwitchReason).max(500);
export const pauseBody = z.strictObject({ version, reason });
/** `key`: the source's own, typed. */
export const turnOffBody = z.strictObject({ version, reason, key: z.string().trim().max(64) });
export const rotateBody = z.strictObject({ version, overlapHours: z.literal(overlaps), secret });
