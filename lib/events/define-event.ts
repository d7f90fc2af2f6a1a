import type { z } from 'zod';
import { ownSystem, type System } from '#lib/domain/base/system';
import type { Change } from '#lib/domain/ledger/change';
import type { Subject, TimelineEntry } from '#lib/domain/ledger/timeline';
import type { Retention } from '#lib/domain/retention/retention';
import type { Interpretation } from './interpretation.ts';
import { mostPaths } from './payload-paths.ts';
import { readPayload, type UnreadableField } from './read-payload.ts';
import type { Context, Received } from './received.ts';
import { unreadableFacts } from './unreadable-facts.ts';

/** The origin of a payload's shape: the source's documents, those in part, or our lenient reading of them. */
export type Basis = 'published' | 'partly published' | 'reading';

/** One row of the catalogue: an event type, and the way one event of it is read. */
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
  const read = readPayload(definition.payload, received.data ?? undefined);
  if (!read.ok) return refused(type, read.paths);
  const { data, unreadable } = read;
  // An event of our own is read whole or not at all.
  if (unreadable.length > 0 && system === ownSystem) return refused(type, pathsOf(unreadable));
  if (definition.concerns && !definition.concerns(data)) {
    // The unreadable value may be the very one that makes it concern a prescription.
    if (unreadable.length > 0) return refused(type, pathsOf(unreadable));
    return { outcome: 'ignored', type, keep, reason: 'no-concern' };
  }

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
  const context: Context = { messageId, digest, occurredAt, receivedAt, actorId, at, sent: received.data ?? {} };
  const factKey = definition.factKey?.(data, context);
  return {
    outcome: 'processed',
    type,
    system,
    keep,
    at,
    subjects: definition.subjects(data, context).filter((subject) => subject !== undefined),
    entry: marked(definition.entry(data, context), unreadable),
    changes: definition.project(data, context),
    factKey: factKey === undefined ? null : `${system}:${factKey}`,
    unreadable: pathsOf(unreadable),
  };
}

function refused(type: string, paths: readonly string[]): Interpretation {
  return { outcome: 'quarantined', type, rejection: { cause: 'invalid-payload', paths } };
}

function pathsOf(unreadable: readonly UnreadableField[]): readonly string[] {
  return unreadable.slice(0, mostPaths).map(({ path, words }) => `${path}: ${words}`);
}

/** The entry says itself what of its event could not be read: unreadable is never taken for absent. */
function marked(entry: TimelineEntry, unreadable: readonly UnreadableField[]): TimelineEntry {
  return unreadable.length === 0 ? entry : { ...entry, facts: [...entry.facts, ...unreadableFacts(unreadable)] };
}
