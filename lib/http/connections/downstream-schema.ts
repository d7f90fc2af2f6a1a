import { z } from 'zod';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { overlaps } from '#lib/domain/ledger/source-rules';

export const subscriptionParams = z.object({ id: z.string().regex(/^sub_[\w-]{1,64}$/) });
export const deliveryParams = z.object({ id: z.string().regex(/^dlv_[0-9a-f]{32}$/) });

const name = z.string().trim().min(1).max(100);
const types = z.array(z.string().max(200)).min(1).max(100);
const url = z.url({ protocol: /^https?$/ }).max(1_000);
const version = z.number().int().min(1);

export const newSubscriptionBody = z.strictObject({ name, types, url });
export const subscriptionEditBody = z.strictObject({
  version,
  name: name.optional(),
  types: types.optional(),
  url: url.optional(),
});
export const rotateSubscriptionBody = z.strictObject({ version, overlapHours: z.literal(overlaps) });

/** The clinic's own id of an encounter; null unlinks it. */
export const encounterBody = z.strictObject({
  encounterId: z.string().trim().min(1).max(200).refine(isStorableText).nullable(),
});
