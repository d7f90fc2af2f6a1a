import { createHash } from 'node:crypto';
import { heldIds, heldSubjects, subjectKey } from '#lib/db/held-subjects';
import type { Tx } from '#lib/db/in-tenant';
import { notifyScreens } from '#lib/db/live';
import { databaseNow } from '#lib/db/now';
import { prisma } from '#lib/db/prisma';
import { type DueEvent, dueAfter, removeContent, setClocks, typeAfter } from '#lib/db/purge-due';
import {
  advanceRun,
  claimRun,
  finishRun,
  type KeptFor,
  lockRetention,
  type OpenRun,
  type Tally,
} from '#lib/db/purge-run';
import { subjectClocks } from '#lib/db/subject-clocks';
import { isObject, type Json } from '#lib/domain/json';
import type { Meaning } from '#lib/domain/meaning';
import { type Retention, retainUntil } from '#lib/domain/retention';
import { keepOf } from '#lib/events/catalog';
import { interpretRow } from '#lib/events/interpret-row';
import { appendCheckpoints, isHeldByState, rowsOf, saidBy } from './checkpoints.ts';

/** Events of one transaction: a batch holds its locks for some tens of milliseconds. */
export const purgeBatch = 200;

type Looked = { readonly event: DueEvent; readonly meaning: Meaning };
type Kept = { readonly event: DueEvent; readonly why: KeptFor };

/** Every text in a payload, at any depth. */
function* textsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (isObject(value)) for (const one of Object.values(value)) yield* textsIn(one);
}

/** What a hold keeps: by source, by what the event is about, and by any id in its payload, so that one nobody could read is kept too. */
async function findHeld(tx: Tx, tenantId: string, looked: readonly Looked[]): Promise<ReadonlySet<bigint>> {
  const subjects = await heldSubjects(
    tx,
    tenantId,
    looked.flatMap(({ meaning }) => meaning.settled.subjects),
  );
  const ids = await heldIds(tx, tenantId);
  const names = (value: Json) => ids.size > 0 && textsIn(value).some((text) => ids.has(text));
  const held = looked.filter(
    ({ event, meaning }) =>
      event.held || meaning.settled.subjects.some((subject) => subjects.has(subjectKey(subject))) || names(event.data),
  );
  return new Set(held.map(({ event }) => event.seq));
}

/** The clock as the catalogue tells it today: what came in before it was known, or under another reading, may be kept longer. */
function clockOf({ event, meaning }: Looked, keep: Retention): string | null {
  return retainUntil(event.status === 'processed' ? meaning.settled.at : event.receivedAt.toISOString(), keep);
}

type Sorted = { readonly going: readonly Looked[]; readonly kept: readonly Kept[] };

/** Who goes and who stays, and why; a clock that is found to be later is set. */
async function sort(tx: Tx, run: OpenRun, looked: readonly Looked[]): Promise<Sorted> {
  const { tenantId, asOf } = run;
  const held = await findHeld(tx, tenantId, looked);
  const kept: Kept[] = [];
  const clocks: { seq: bigint; until: string }[] = [];
  const asked: Looked[] = [];
  const going: Looked[] = [];
  for (const one of looked) {
    const { event } = one;
    const keep = keepOf(event.type);
    const until = clockOf(one, keep);
    if (event.unsettled) kept.push({ event, why: 'unsettled' });
    else if (held.has(event.seq)) kept.push({ event, why: 'held' });
    else if (until === null || Date.parse(until) > asOf.getTime()) {
      kept.push({ event, why: 'outlived' });
      if (until !== null) clocks.push({ seq: event.seq, until });
    } else if (keep === 'subject') asked.push(one);
    else going.push(one);
  }
  const longest = await subjectClocks(
    tx,
    tenantId,
    asked.map(({ event, meaning }) => ({ seq: event.seq, subjects: meaning.settled.subjects })),
  );
  for (const one of asked) {
    const until = longest.get(one.event.seq);
    if (until === undefined || until <= asOf) going.push(one);
    else {
      kept.push({ event: one.event, why: 'outlived' });
      clocks.push({ seq: one.event.seq, until: until.toISOString() });
    }
  }
  await setClocks(tx, tenantId, clocks);
  return { going, kept };
}

const nothing: Tally = { removed: 0, held: 0, unsettled: 0, outlived: 0, later: 0 };

function count(gone: readonly DueEvent[], kept: readonly Kept[]): ReadonlyMap<string, Tally> {
  const counts = new Map<string, Tally>();
  const add = (type: string, name: keyof Tally) => {
    const tally = counts.get(type) ?? nothing;
    counts.set(type, { ...tally, [name]: tally[name] + 1 });
  };
  for (const { type } of gone) add(type, 'removed');
  for (const { event, why } of kept) add(event.type, why);
  return counts;
}

/** The record's hash with the digests of what goes now, in the order of going. */
export function hashOn(hash: string, gone: readonly { readonly seq: bigint; readonly ownDigest: string }[]): string {
  return gone.reduce(
    (before, { seq, ownDigest }) => createHash('sha256').update(`${before} ${seq} ${ownDigest}`).digest('hex'),
    hash,
  );
}

async function purgeThese(tx: Tx, run: OpenRun, due: readonly DueEvent[]): Promise<void> {
  const { tenantId } = run;
  const looked = due.map((event) => ({ event, meaning: interpretRow(event) }));
  const { going, kept } = await sort(tx, run, looked);
  const said = going.map(({ event, meaning }) => ({
    event,
    meaning,
    said: event.status === 'processed' ? saidBy(meaning) : { claims: [], about: [] },
  }));
  const rows = await rowsOf(
    tx,
    tenantId,
    said.flatMap((one) => one.said.claims),
  );
  // What the state rests on and the catalogue no longer reads cannot be retold.
  const readable = said.filter(({ event, meaning }) => event.status !== 'processed' || meaning.effect !== null);
  const ready = readable.filter((one) => isHeldByState(rows, one.said.claims));
  const later = said.filter((one) => !ready.includes(one)).map(({ event }): Kept => ({ event, why: 'later' }));
  const gone = ready
    .map(({ event }) => event)
    .sort((a, b) => a.retainUntil.getTime() - b.retainUntil.getTime() || Number(a.seq - b.seq));
  const last = due.at(-1);
  const at = await databaseNow(tx);
  const replaced = await appendCheckpoints(
    tx,
    tenantId,
    ready.map((one) => one.said),
    rows,
    { key: `${run.id}|${last?.seq ?? 0n}`, at },
  );
  const stones = ready.map(({ event, meaning }) => ({
    seq: event.seq,
    deliveryId: event.deliveryId,
    lane: meaning.lane,
  }));
  await removeContent(tx, tenantId, run.id, [
    ...stones,
    ...replaced.map((seq) => ({ seq, lane: null, deliveryId: null })),
  ]);
  await advanceRun(tx, run, {
    place: { type: run.place.type, until: last?.retainUntil ?? run.place.until, seq: last?.seq ?? run.place.seq },
    looked: due.length,
    hash: hashOn(run.hash, gone),
    counts: count(gone, [...kept, ...later]),
  });
}

/**
 * Does the next batch of one open run, in one transaction: looks at what is due, keeps what must be kept, appends checkpoints, removes content, writes
 * the record. A run that is stopped, killed or paused between two batches goes on where it was. Answers false when no run is open.
 */
export async function purgeSome(batch = purgeBatch): Promise<boolean> {
  return prisma('any').$transaction(async (tx) => {
    const run = await claimRun(tx);
    if (!run) return false;
    await lockRetention(tx, run.tenantId);
    const due = await dueAfter(tx, run.tenantId, run.place, run, batch);
    if (due.length > 0) await purgeThese(tx, run, due);
    else {
      const type = await typeAfter(tx, run.tenantId, run.place.type);
      if (type === null) await finishRun(tx, run);
      else
        await advanceRun(tx, run, {
          place: { type, until: null, seq: 0n },
          looked: 0,
          hash: run.hash,
          counts: new Map(),
        });
    }
    await notifyScreens(tx, run.tenantId, []);
    return true;
  });
}
