import type { z } from 'zod';
import type { Change } from '#lib/domain/change';
import type { Retention } from '#lib/domain/retention';
import type { System } from '#lib/domain/system';
import type { Subject, TimelineEntry } from '#lib/domain/timeline';
import type { Interpretation } from './interpretation.ts';
import { payloadPaths } from './payload-paths.ts';
import type { Context, Received } from './received.ts';

/** Where a payload's shape comes from: the sender's documents, those in part, or our reading of them, which is lenient. */
export type Basis = 'published' | 'partly published' | 'reading';

/** One row of the catalogue: what an event type is, and how one event of it is read. */
export type EventType = {
  readonly type: string;
  readonly system: System;
  readonly basis: Basis;
  readonly keep: Retention;
  readonly used: boolean;
  readonly interpret: (received: Received) => Interpretation;
};

type Definition<P extends object> = {
  readonly type: string;
  readonly system: System;
  readonly basis: Basis;
  readonly keep: Retention;
  /** Keys the schema does not name stay in the ledger's row; nothing here reads them. */
  readonly payload: z.ZodType<P>;
  /** The payload key that holds the fact's own time. */
  readonly clock?: keyof P & string;
  /** False: an event of this type that is of no concern to a prescription. */
  readonly concerns?: (data: P) => boolean;
  readonly subjects: (data: P, context: Context) => readonly (Subject | undefined)[];
  /** Without the system, which goes before it. */
  readonly factKey?: (data: P, context: Context) => string | undefined;
  readonly entry: (data: P, context: Context) => TimelineEntry;
  /** Depends on this event alone: order and repeats make no difference. */
  readonly project: (data: P, context: Context) => readonly Change[];
};

/** A clock ahead by more is wrong, and a register decided by it would win for ever. */
const mostAhead = 10 * 60_000;

export function defineEvent<P extends object>(definition: Definition<P>): EventType {
  const { type, system, basis, keep } = definition;
  return { type, system, basis, keep, used: true, interpret: (received) => interpret(definition, received) };
}

/** A type that is known, kept and counted, and changes nothing. */
export function defineUnused(type: string, system: System, keep: Retention): EventType {
  return {
    type,
    system,
    basis: 'published',
    keep,
    used: false,
    interpret: () => ({ outcome: 'ignored', type, keep, reason: 'not-used' }),
  };
}

function interpret<P extends object>(definition: Definition<P>, received: Received): Interpretation {
  const { type, system, keep, clock } = definition;
  // The words are our own (payload-paths.ts); those of zod ask a value for its constructor's name, and a sender may have put anything there.
  const parsed = definition.payload.safeParse(received.data ?? undefined, { error: () => 'not as expected' });
  if (!parsed.success) {
    return {
      outcome: 'quarantined',
      type,
      rejection: { cause: 'invalid-payload', paths: payloadPaths(parsed.error.issues, received.data) },
    };
  }
  const data = parsed.data;
  if (definition.concerns && !definition.concerns(data))
    return { outcome: 'ignored', type, keep, reason: 'no-concern' };

  const own = clock === undefined ? undefined : data[clock];
  const at = typeof own === 'string' ? own : (received.occurredAt ?? received.receivedAt);
  if (Date.parse(at) > Date.parse(received.receivedAt) + mostAhead) {
    const path = typeof own === 'string' ? `data.${clock}` : 'time';
    return {
      outcome: 'quarantined',
      type,
      rejection: { cause: 'future', paths: [`${path}: more than 10 minutes after its receipt`] },
    };
  }

  const { messageId, digest, occurredAt, receivedAt, actorId } = received;
  const context: Context = { messageId, digest, occurredAt, receivedAt, actorId, at };
  const factKey = definition.factKey?.(data, context);
  return {
    outcome: 'processed',
    type,
    system,
    keep,
    at,
    subjects: definition.subjects(data, context).filter((subject) => subject !== undefined),
    entry: definition.entry(data, context),
    changes: definition.project(data, context),
    factKey: factKey === undefined ? null : `${system}:${factKey}`,
  };
}
