import type { Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';
import { clockType, type PurgePosition, ticking } from './purge-due.ts';
import type { Tallies } from './sort-due.ts';

/** A run under way, locked by the transaction that does its next batch. */
export type OpenRun = {
  readonly tenantId: string;
  readonly id: bigint;
  readonly asOf: Date;
  readonly receivedBefore: Date | null;
  readonly place: PurgePosition;
  readonly hash: string;
};

type Stored = Omit<OpenRun, 'place'> & {
  readonly atType: string;
  readonly atUntil: Date | null;
  readonly atSeq: bigint;
};

/** One run that may go on and that no other worker holds; null: none. */
export async function claimPurgeRun(tx: Tx): Promise<OpenRun | null> {
  const [run] = await tx.$queryRaw<Stored[]>`
    select "tenantId", id, "asOf", "receivedBefore", "atType", "atUntil", "atSeq", hash from "PurgeRun"
    where state = 'running' order by id limit 1 for update skip locked`;
  if (!run) return null;
  const { atType, atUntil, atSeq, ...rest } = run;
  return { ...rest, place: { type: atType, until: atUntil, seq: atSeq } };
}

/** The reason why a due event is kept: a legal hold, it is not settled, its subject is kept longer, or the state does not hold it yet. */
export const keptFor = ['held', 'unsettled', 'outlived', 'later'] as const;
export type KeptFor = (typeof keptFor)[number];

/** Moves a run on, in the transaction of the batch. */
export async function advanceRun(
  tx: Tx,
  { tenantId, id }: OpenRun,
  moved: {
    readonly place: PurgePosition;
    readonly looked: number;
    readonly hash: string;
    readonly counts: Tallies;
  },
): Promise<void> {
  const { place, looked, hash, counts } = moved;
  const removed = [...counts.values()].reduce((sum, tally) => sum + tally.removed, 0);
  await tx.$executeRaw`
    update "PurgeRun" set "atType" = ${place.type}, "atUntil" = ${place.until}, "atSeq" = ${place.seq}, looked = looked + ${looked}::int,
      removed = removed + ${removed}::int, hash = ${hash} where "tenantId" = ${tenantId} and id = ${id}`;
  const types = [...counts.keys()];
  const column = (name: KeptFor | 'removed') => [...counts.values()].map((tally) => tally[name]);
  await tx.$executeRawUnsafe(
    `insert into "PurgeCount" ("tenantId", "runId", type, removed, held, unsettled, outlived, later)
     select $1, $2, * from unnest($3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[])
     on conflict ("tenantId", "runId", type) do update set removed = "PurgeCount".removed + excluded.removed, held = "PurgeCount".held + excluded.held,
       unsettled = "PurgeCount".unsettled + excluded.unsettled, outlived = "PurgeCount".outlived + excluded.outlived, later = "PurgeCount".later + excluded.later`,
    tenantId,
    id,
    types,
    column('removed'),
    column('held'),
    column('unsettled'),
    column('outlived'),
    column('later'),
  );
}

export async function finishRun(tx: Tx, { tenantId, id }: OpenRun): Promise<void> {
  await tx.$executeRaw`
    update "PurgeRun" set state = 'done', "finishedAt" = clock_timestamp() where "tenantId" = ${tenantId} and id = ${id}`;
}

/** Holds and batches wait for one another: a hold that was placed counts from the next batch on. Until the transaction's end. */
export function lockRetention(tx: Tx, tenantId: string): Promise<void> {
  return lockUntilCommit(tx, `retention ${tenantId}`);
}

export type NewPurgeRun = {
  readonly tenantId: string;
  readonly startedBy: string | null;
  readonly asOf: Date;
  readonly receivedBefore: Date | null;
  readonly total: number;
};

/** Opens a run; null when one is open already. Its hash starts from the last one's: the records are a chain. */
export async function openRun(tx: Tx, run: NewPurgeRun): Promise<bigint | null> {
  const [made] = await tx.$queryRaw<{ id: bigint }[]>`
    insert into "PurgeRun" ("tenantId", "startedBy", "asOf", "receivedBefore", total, hash)
    values (${run.tenantId}, ${run.startedBy}, ${run.asOf}, ${run.receivedBefore}, ${run.total},
      coalesce((select hash from "PurgeRun" where "tenantId" = ${run.tenantId} order by id desc limit 1), repeat('0', 64)))
    on conflict ("tenantId") where state in ('running', 'paused') do nothing returning id`;
  return made?.id ?? null;
}

export type DueCount = { readonly type: string; readonly due: number; readonly next: Date | null };

/** For each type that still has content: the number due at a moment, and the time of the next one. Reads the due ones' index entries, and one more. */
export function dueCounts(tx: Tx, tenantId: string, asOf: Date, receivedBefore: Date | null): Promise<DueCount[]> {
  const first = (after: string) =>
    `(select ${clockType('e')} from "LedgerEvent" e where e."tenantId" = $1 and ${ticking('e')} ${after} order by ${clockType('e')} limit 1)`;
  return tx.$queryRawUnsafe<DueCount[]>(
    `with recursive types as (
       select ${first('')} as type
       union all
       select ${first(`and ${clockType('e')} > t.type`)} from types t where t.type is not null
     )
     select t.type, due.count as due, next.at as next from types t
     cross join lateral (select count(*)::int as count from "LedgerEvent" e where e."tenantId" = $1 and ${ticking('e')} and ${clockType('e')} = t.type
       and e."retainUntil" <= $2 and ($3::timestamptz is null or e."receivedAt" < $3)) due
     cross join lateral (select min(e."retainUntil") as at from "LedgerEvent" e where e."tenantId" = $1 and ${ticking('e')} and ${clockType('e')} = t.type
       and e."retainUntil" > $2) next
     where t.type is not null`,
    tenantId,
    asOf,
    receivedBefore,
  );
}

/** True where a daily run began within the last hours, or a run is open. */
export async function ranLately(tx: Tx, tenantId: string, hours: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ran: boolean }[]>`
    select exists (select from "PurgeRun" where "tenantId" = ${tenantId} and state in ('running', 'paused')) or exists (
      select from "PurgeRun" where "tenantId" = ${tenantId} and "startedBy" is null and "startedAt" > now() - make_interval(hours => ${hours}::int)) as ran`;
  return row?.ran === true;
}
