import type { Tx } from '#lib/db/base/in-tenant';
import { heldIds, heldSubjects, subjectKey } from '#lib/db/ledger/held-subjects';
import { subjectClocks } from '#lib/db/ledger/subject-clocks';
import { isObject, type Json } from '#lib/domain/base/json/json';
import type { Subject } from '#lib/domain/ledger/timeline';
import { type Retention, retainUntil } from '#lib/domain/retention/retention';
import type { DueEvent } from './purge-due.ts';
import type { KeptFor } from './purge-run.ts';

/** A due event with the catalogue's present data: its subjects, its fact's time, its type's retention. */
export type Looked = {
  readonly event: DueEvent;
  readonly subjects: readonly Subject[];
  readonly at: string;
  readonly keep: Retention;
};

export type RetainedEvent = { readonly event: DueEvent; readonly why: KeptFor };

/** A clock that is found to be later than it was set. */
export type LaterClock = { readonly seq: bigint; readonly until: string };

export type Sorted<L extends Looked> = {
  readonly going: readonly L[];
  readonly kept: readonly RetainedEvent[];
  readonly clocks: readonly LaterClock[];
};

/** Every text in a payload, at any depth. */
function* textsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (isObject(value)) for (const one of Object.values(value)) yield* textsIn(one);
}

/** The events that a legal hold keeps: by source, by subject, and by any id in the payload, so that an unreadable one is kept too. */
async function findHeld(tx: Tx, tenantId: string, looked: readonly Looked[]): Promise<ReadonlySet<bigint>> {
  const about = await heldSubjects(
    tx,
    tenantId,
    looked.flatMap(({ subjects }) => subjects),
  );
  const ids = await heldIds(tx, tenantId);
  const names = (value: Json) => ids.size > 0 && textsIn(value).some((text) => ids.has(text));
  const held = looked.filter(
    ({ event, subjects }) =>
      event.held || subjects.some((subject) => about.has(subjectKey(subject))) || names(event.data),
  );
  return new Set(held.map(({ event }) => event.seq));
}

/** Decides which events are deleted and which stay, with the reason. Writes nothing: used by the run and by its preview. */
export async function sortDue<L extends Looked>(
  tx: Tx,
  { tenantId, asOf }: { readonly tenantId: string; readonly asOf: Date },
  looked: readonly L[],
): Promise<Sorted<L>> {
  const held = await findHeld(tx, tenantId, looked);
  const retained: RetainedEvent[] = [];
  const clocks: LaterClock[] = [];
  const heldSubjects: L[] = [];
  const going: L[] = [];
  for (const one of looked) {
    const { event, keep, at } = one;
    const until = retainUntil(at, keep);
    if (event.unsettled) retained.push({ event, why: 'unsettled' });
    else if (held.has(event.seq)) retained.push({ event, why: 'held' });
    else if (until === null || Date.parse(until) > asOf.getTime()) {
      retained.push({ event, why: 'outlived' });
      if (until !== null) clocks.push({ seq: event.seq, until });
    } else if (keep === 'subject') heldSubjects.push(one);
    else going.push(one);
  }
  const longest = await subjectClocks(
    tx,
    tenantId,
    heldSubjects.map(({ event, subjects }) => ({ seq: event.seq, subjects })),
  );
  for (const one of heldSubjects) {
    const until = longest.get(one.event.seq);
    if (until === undefined || until <= asOf) going.push(one);
    else {
      retained.push({ event: one.event, why: 'outlived' });
      clocks.push({ seq: one.event.seq, until: until.toISOString() });
    }
  }
  return { going, kept: retained, clocks };
}

const nothing: DueTally = { removed: 0, held: 0, unsettled: 0, outlived: 0, later: 0 };
export type DueTally = Readonly<Record<KeptFor | 'removed', number>>;
export type Tallies = ReadonlyMap<string, DueTally>;

/** The number of events of each type that are deleted and that stay, added to the earlier counts. */
export function addToTallies(before: Tallies, gone: readonly DueEvent[], kept: readonly RetainedEvent[]): Tallies {
  const counts = new Map(before);
  const add = (type: string, name: keyof DueTally) => {
    const sum = counts.get(type) ?? nothing;
    counts.set(type, { ...sum, [name]: sum[name] + 1 });
  };
  for (const { type } of gone) add(type, 'removed');
  for (const { event, why } of kept) add(event.type, why);
  return counts;
}
