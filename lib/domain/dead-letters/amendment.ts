import type { JsonObject } from '#lib/domain/base/json/json';
import type { Envelope, Opened } from '#lib/domain/ledger/envelope';
import { judgeEnvelope } from '#lib/domain/ledger/judge-envelope';
import type { DeadLetterCause } from './dead-letter.ts';

/** The part of an event that can be rewritten: its payload; its whole body, where the envelope is at fault; or nothing of it. */
export type Amendable = 'payload' | 'body' | 'no';

/** The content that an amendment puts in place of the event's own. Instants are ISO 8601 UTC. */
export type Amended = Pick<Envelope, 'messageId' | 'wireType' | 'digest' | 'occurredAt' | 'actorId'> & {
  readonly data: JsonObject | null;
};

type Bound = Parameters<typeof judgeEnvelope>[1];

/** An admin may not rewrite the event's owner: that is settled at the source. */
const settledElsewhere: readonly DeadLetterCause[] = ['wrong-tenant', 'wrong-environment'];

/** `opened` is the event opened again from the bytes as signed; null where they are no longer kept, or are our own. `receivedAt` in milliseconds. */
export function amendableAs(
  cause: DeadLetterCause,
  opened: Opened | null,
  source: Bound,
  receivedAt: number,
): Amendable {
  if (opened === null || settledElsewhere.includes(cause)) return 'no';
  if (!opened.ok) return 'body';
  const rejection = judgeEnvelope(opened.envelope, source, receivedAt);
  if (rejection === null || rejection.paths.some((path) => path.includes('data.id'))) return 'payload';
  return settledElsewhere.includes(rejection.cause) ? 'no' : 'body';
}
