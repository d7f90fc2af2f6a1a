import type { Tx } from '#lib/db/base/in-tenant';
import { insertEvents } from '#lib/db/ledger/ledger-insert';
import { ledgerRowsBySeq } from '#lib/db/ledger/ledger-rows';
import { lockCheckpoints } from '#lib/db/ledger/lock-checkpoints';
import { ownEvent } from '#lib/db/ledger/own-event';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { isStored } from '#lib/db/ledger/projections/stored-tables';
import { settleEvents } from '#lib/db/ledger/settle-events';
import type { Json } from '#lib/domain/base/json/json';
import { type CheckpointClaim, homeOf, isFolded, survivorOf } from '#lib/domain/ledger/checkpoint';
import { emptyRows, type Rows } from '#lib/domain/ledger/fold';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { type FieldsOf, type TableName, tableNames } from '#lib/domain/ledger/tables';
import type { Subject } from '#lib/domain/ledger/timeline';
import { interpretRow } from '#lib/events/interpret-row';
import { type Checkpoint, checkpointPayload, checkpointType, restatedChanges } from '#lib/events/scriptline/checkpoint';
import { systemOfType } from '#lib/events/system-of-type';

/** An event's claims on rows, and its subjects. */
export type CheckpointClaims = { readonly claims: readonly CheckpointClaim[]; readonly about: readonly Subject[] };

export function claimsOf({ effect, settled }: Meaning): CheckpointClaims {
  const claims = (effect?.changes ?? []).flatMap((change) =>
    effect ? [{ change, origin: change.origin ?? effect.origin }] : [],
  );
  return { claims, about: settled.subjects };
}

const isRow = (table: CheckpointClaim['change']['table']) => table === 'prescription' || isStored(table);

/** The present rows that some claims name. */
export async function rowsOf(tx: Tx, tenantId: string, claims: readonly CheckpointClaim[]): Promise<Rows> {
  const rows = emptyRows();
  for (const table of tableNames.filter(isRow)) {
    const ids = claims.filter(({ change }) => change.table === table).map(({ change }) => change.id);
    await loadRows(tx, tenantId, table, 'id', ids, rows[table]);
  }
  return rows;
}

/** True where the state holds all claims of an event: one that it does not hold yet (a rebuild is under way) must not be deleted. */
export function isHeldByState(rows: Rows, claims: readonly CheckpointClaim[]): boolean {
  return claims.every(
    (claim) => !isRow(claim.change.table) || isFolded(rows[claim.change.table].get(claim.change.id), claim),
  );
}

/** The claims that the state still depends on; of a table that is not stored yet, everything, for the day when it is. */
function surviving(rows: Rows, claim: CheckpointClaim): CheckpointClaim | null {
  const { table, id } = claim.change;
  if (!isRow(table)) return claim;
  const row = rows[table].get(id);
  return row === undefined ? null : survivorOf(row, claim);
}

type Older = { readonly seq: bigint; readonly home: string; readonly payload: Checkpoint };

async function olderCheckpoints(tx: Tx, tenantId: string, homes: readonly string[]): Promise<readonly Older[]> {
  const found = await lockCheckpoints(tx, tenantId, homes);
  return found.flatMap(({ seq, data }) => {
    const read = checkpointPayload.safeParse(data);
    return read.success ? [{ seq, home: read.data.home, payload: read.data }] : [];
  });
}

type Left = Map<
  string,
  { readonly by: number; readonly tie: string; about: readonly Subject[]; claims: CheckpointClaim[] }
>;

function leave(left: Left, claim: CheckpointClaim, about: readonly Subject[]): void {
  const { seq: by, tie } = claim.origin;
  const event = left.get(`${by} ${tie}`) ?? { by, tie, about, claims: [] };
  event.claims.push(claim);
  left.set(`${by} ${tie}`, event);
}

const supplied = (set: FieldsOf<TableName>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries<Json | undefined>(set).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function payloadOf(home: string, left: Left): Checkpoint {
  const events = [...left.values()].map(({ by, tie, about, claims }) => {
    const checkpoints = new Map(
      claims.map(({ change: { table, id, at, set } }) => {
        const claim = { table, id, at, set: supplied(set) };
        return [JSON.stringify(claim), claim] as const;
      }),
    );
    return { by, tie, about: about.map(({ kind, id }) => ({ kind, id })), claims: [...checkpoints.values()] };
  });
  return { home, events };
}

/**
 * Before content goes: appends a checkpoint of each record that still depends on it, with the remaining claims of the record's older
 * checkpoints, so that each record has one. Returns the older ones that it replaced. Nothing of the state changes. @param key makes the
 * checkpoints of one batch distinct, and the same when it is tried again
 */
export async function appendCheckpoints(
  tx: Tx,
  tenantId: string,
  going: readonly CheckpointClaims[],
  rows: Rows,
  { key, at }: { readonly key: string; readonly at: string },
): Promise<readonly bigint[]> {
  const homes = new Map<string, Left>();
  for (const { claims, about } of going) {
    for (const claim of claims) {
      const remainder = surviving(rows, claim);
      if (remainder === null) continue;
      const home = homeOf(remainder.change);
      const left: Left = homes.get(home) ?? new Map();
      leave(left, remainder, about);
      homes.set(home, left);
    }
  }
  if (homes.size === 0) return [];
  const replaced: bigint[] = [];
  const older = await olderCheckpoints(tx, tenantId, [...homes.keys()]);
  const toldBefore = older.map((one) => ({
    ...one,
    claims: restatedChanges(one.payload).flatMap((change) =>
      change.origin ? [{ change, origin: change.origin }] : [],
    ),
  }));
  const standing = await rowsOf(
    tx,
    tenantId,
    toldBefore.flatMap(({ claims }) => claims),
  );
  for (const { seq, home, payload, claims } of toldBefore) {
    const left = homes.get(home);
    if (!left || !isHeldByState(standing, claims)) continue;
    const aboutOf = new Map(payload.events.map(({ by, tie, about }) => [`${by} ${tie}`, about]));
    for (const claim of claims) {
      const remainder = surviving(standing, claim);
      if (remainder) leave(left, remainder, aboutOf.get(`${claim.origin.seq} ${claim.origin.tie}`) ?? []);
    }
    replaced.push(seq);
  }
  const acts = [...homes].map(([home, left]) => ({
    type: checkpointType,
    key: `checkpoint|${key}|${home}`,
    data: payloadOf(home, left),
    at,
  }));
  const added = await insertEvents(
    tx,
    acts.map((act) => ownEvent({ tenantId, userId: null }, act)),
  );
  const appended = await ledgerRowsBySeq(
    tx,
    tenantId,
    added.map(({ seq }) => seq),
  );
  const settled = appended.map((row) => interpretRow(row).settled);
  // A restated claim that we cannot read would be lost: nothing is written.
  const unread = settled.find(({ status }) => status !== 'processed');
  if (unread) throw new Error('a checkpoint means nothing to the catalogue');
  await settleEvents(tx, tenantId, settled, systemOfType);
  return replaced;
}
