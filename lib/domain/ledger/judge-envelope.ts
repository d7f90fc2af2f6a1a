import type { Rejection } from '#lib/domain/dead-letters/dead-letter';
import type { Envelope } from './envelope.ts';

/** A fact later than this after its receipt would win every register for ever (model.md, "Which clock"). */
export const toleratedFutureMs = 10 * 60_000;

type Bound = { readonly environment: string | null; readonly wireIds: readonly string[] };

/** The visible fault of an envelope that makes it unusable for this source at receipt; null when there is none. */
export function judgeEnvelope(envelope: Envelope, source: Bound, now: number): Rejection | null {
  const { tenantId, environment, occurredAt, data, subject, wireType } = envelope;
  const named = data?.['tenantId'];
  if (tenantId !== null && !source.wireIds.includes(tenantId)) return { cause: 'wrong-tenant', paths: ['tenantid'] };
  if (typeof named === 'string' && !source.wireIds.includes(named))
    return { cause: 'wrong-tenant', paths: ['data.tenantId'] };
  if (environment !== null && source.environment !== null && environment !== source.environment) {
    return { cause: 'wrong-environment', paths: ['environment'] };
  }
  if (occurredAt !== null && Date.parse(occurredAt) > now + toleratedFutureMs)
    return { cause: 'future', paths: ['time'] };
  const about = data?.['id'];
  if (wireType.startsWith('photon:') && subject !== null && typeof about === 'string' && about !== subject) {
    return { cause: 'invalid-payload', paths: ['subject: contradicts data.id'] };
  }
  return null;
}
