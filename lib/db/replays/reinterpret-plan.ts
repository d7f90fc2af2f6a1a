import type { Tx } from '#lib/db/base/in-tenant';
import { amendmentJoin, effectiveColumns } from '#lib/db/ledger/effective-event';
import { isStored, storedTables } from '#lib/db/ledger/projections/stored-tables';
import type { Replacement } from '#lib/db/overview/replace-rows';
import type { Row } from '#lib/domain/ledger/fold';
import type { KeptRow } from '#lib/domain/ledger/meaning';
import { type TableName, tableNames } from '#lib/domain/ledger/tables';
import type { RunName } from './replay-preview.ts';

/** The tables whose rows are folded from events, with the model that stores each. */
const folded = tableNames.flatMap((table): readonly (readonly [TableName, string])[] =>
  table === 'prescription' ? [[table, 'Prescription']] : isStored(table) ? [[table, storedTables[table].model]] : [],
);
export const isFoldedTable = (table: TableName): boolean => table === 'prescription' || isStored(table);

/** A row of a plan by its name; `seq` is the event of the run that it is about, where one is known. */
export type NamedRow = { readonly table: TableName; readonly id: string; readonly seq: bigint | null };

/** The rows that a preview examines, for the length of its transaction. */
export async function createRowsTable(tx: Tx): Promise<void> {
  await tx.$executeRaw`create temp table reread ("table" text, id text, seq bigint, registers jsonb, primary key ("table", id)) on commit drop`;
}

/**
 * Adds every row that still depends on an event of the run, and every row in which facts disagree: the sources of a disagreement are no
 * longer known.
 */
export async function lookAtRowsOf(tx: Tx, { tenantId, id }: RunName): Promise<void> {
  for (const [table, model] of folded)
    await tx.$executeRawUnsafe(
      `insert into reread ("table", id, seq)
       select $3, b.id, min(i.seq) from "${model}" b cross join lateral jsonb_each(b.registers) r
         left join "ReplayItem" i on i."tenantId" = $1 and i."runId" = $2 and i.seq = (r.value->>'by')::bigint
       where b."tenantId" = $1 group by b.id having count(i.seq) > 0 or bool_or(r.value ? 'c')`,
      ...[tenantId, id, table],
    );
}

/** Adds the rows that an event of the run names today. */
export async function addRows(tx: Tx, all: readonly NamedRow[]): Promise<void> {
  if (all.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into reread ("table", id, seq)
     select "table", id, min(seq) from unnest($1::text[], $2::text[], $3::bigint[]) as n("table", id, seq) group by 1, 2
     on conflict ("table", id) do update set seq = least(reread.seq, excluded.seq)`,
    ...[all.map(({ table }) => table), all.map(({ id }) => id), all.map(({ seq }) => seq)],
  );
}

type Kept = { readonly table: TableName; readonly id: string; readonly registers: Row | null };

/** The source of the folded rows: the ones that a preview examines, or those of a plan that wait for their turn. */
export type Sheet = {
  readonly read: (names: readonly Omit<NamedRow, 'seq'>[]) => Promise<readonly Kept[]>;
  readonly write: (rows: readonly Kept[]) => Promise<void>;
};

function sheetOf(tx: Tx, table: string, which: string, given: readonly string[]): Sheet {
  const at = given.length;
  return {
    read: (names) =>
      tx.$queryRawUnsafe<Kept[]>(
        `select s."table", s.id, s.registers from ${table} s
         join (select distinct * from unnest($${at + 1}::text[], $${at + 2}::text[])) as n("table", id) using ("table", id) ${which}`,
        ...[...given, names.map((one) => one.table), names.map(({ id }) => id)],
      ),
    write: async (rows) => {
      await tx.$executeRawUnsafe(
        `update ${table} s set registers = n.registers::jsonb
         from unnest($${at + 1}::text[], $${at + 2}::text[], $${at + 3}::text[]) as n("table", id, registers)
         ${which === '' ? 'where' : `${which} and`} s."table" = n."table" and s.id = n.id`,
        ...[...given, rows.map((one) => one.table), rows.map(({ id }) => id)],
        rows.map(({ registers }) => JSON.stringify(registers)),
      );
    },
  };
}

export const previewSheet = (tx: Tx): Sheet => sheetOf(tx, 'reread', '', []);
export const planSheet = (tx: Tx, { tenantId, id }: RunName): Sheet =>
  sheetOf(tx, '"ReplayRow"', 'where s."tenantId" = $1 and s."runId" = $2', [tenantId, id]);

/**
 * Stores the differing rows as the run's plan: each with the event of the run whose turn is its own. The parts of a movement that come from
 * its dispense are no event's (`stock-from-dispense.ts`): they follow when the rows are replaced.
 */
export async function keepPlan(tx: Tx, { tenantId, id }: RunName): Promise<void> {
  for (const [table, model] of folded)
    await tx.$executeRawUnsafe(
      `insert into "ReplayRow" ("tenantId", "runId", "table", id, seq, registers)
       select $1, $2, s."table", s.id, coalesce(s.seq, (select min(seq) from "ReplayItem" where "tenantId" = $1 and "runId" = $2)), s.registers
       from reread s left join "${model}" b on b."tenantId" = $1 and b.id = s.id
       where s."table" = $3 and b.registers - '{givenFrom,givenLot}'::text[] is distinct from s.registers`,
      ...[tenantId, id, table],
    );
}

const replacement = ({ table, id, registers }: Kept): Replacement => ({ table, id, row: registers });

/** The plan in the order of its names, a part at a time. */
export async function planAfter(
  tx: Tx,
  { tenantId, id }: RunName,
  after: Omit<NamedRow, 'seq'> | undefined,
  limit: number,
): Promise<readonly Replacement[]> {
  const rows = await tx.$queryRaw<Kept[]>`
    select "table", id, registers from "ReplayRow" where "tenantId" = ${tenantId} and "runId" = ${id}
      and ("table", id) > (${after?.table ?? ''}, ${after?.id ?? ''}) order by "table", id limit ${limit}`;
  return rows.map(replacement);
}

/** The rows whose turn is that of these events. */
export async function planOf(
  tx: Tx,
  { tenantId, id }: RunName,
  seqs: readonly bigint[],
): Promise<readonly Replacement[]> {
  const rows = await tx.$queryRaw<Kept[]>`
    select "table", id, registers from "ReplayRow"
    where "tenantId" = ${tenantId} and "runId" = ${id} and seq = any(${[...seqs]}::bigint[]) order by "table", id`;
  return rows.map(replacement);
}

export async function planDone(tx: Tx, { tenantId, id }: RunName, seqs: readonly bigint[]): Promise<void> {
  await tx.$executeRaw`
    delete from "ReplayRow" where "tenantId" = ${tenantId} and "runId" = ${id} and seq = any(${[...seqs]}::bigint[])`;
}

/** Deletes the plan of a run: it is over, or its preview begins anew. */
export async function dropPlan(tx: Pick<Tx, '$executeRaw'>, { tenantId, id }: RunName): Promise<void> {
  await tx.$executeRaw`delete from "ReplayRow" where "tenantId" = ${tenantId} and "runId" = ${id}`;
}

/** The next processed events of a tenant that have their content. */
export function processedOf(tx: Tx, tenantId: string, after: bigint, limit: number): Promise<KeptRow[]> {
  return tx.$queryRawUnsafe<KeptRow[]>(
    `select ${effectiveColumns} from "LedgerEvent" e ${amendmentJoin}
     where e."tenantId" = $1 and e.status = 'processed' and e.seq > $2 and e."purgedAt" is null order by e.seq limit $3`,
    tenantId,
    after,
    limit,
  );
}

/** The longest time of a transaction: an event that it marks as processed may become visible that much later. */
const inFlightSeconds = 60;

/** A plan that nobody begins in that time is made anew: newer events would have to be read all at once. */
export const planKeptHours = 24;

/** The time since which processed events may be missing in this transaction's view. */
export async function planBegins(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`select now() - make_interval(secs => ${inFlightSeconds}::int) as at`;
  if (!row) throw new Error('the database did not tell the time');
  return row.at;
}

/** Deletes the plans that were never begun and no longer may be. */
export async function dropOldPlans(tx: Pick<Tx, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`
    delete from "ReplayRow" p using "ReplayRun" r where r."tenantId" = p."tenantId" and r.id = p."runId"
      and (r.state = 'previewed' and r."previewedAt" < now() - make_interval(hours => ${planKeptHours}::int) or r.state in ('done', 'canceled'))`;
}

/** From the present moment on, newly processed events are not in the plan yet; or from `at` on, where there is more to take in. */
export async function planReaches(tx: Tx, { tenantId, id }: RunName, at: Date | null): Promise<void> {
  await tx.$executeRaw`
    update "ReplayRun" set "readUntil" = coalesce(${at}::timestamptz, now() - make_interval(secs => ${inFlightSeconds}::int))
    where "tenantId" = ${tenantId} and id = ${id}`;
}

/** Events that were processed, or reinterpreted, since the plan was made or last caught up. */
export function processedSince(
  tx: Tx,
  { tenantId, id }: RunName,
  limit: number,
): Promise<(KeptRow & { readonly processedAt: Date })[]> {
  return tx.$queryRawUnsafe<(KeptRow & { readonly processedAt: Date })[]>(
    `select ${effectiveColumns}, e."processedAt" from "LedgerEvent" e ${amendmentJoin}
     where e."tenantId" = $1 and e.status = 'processed' and e."purgedAt" is null
       and e."processedAt" >= (select "readUntil" from "ReplayRun" where "tenantId" = $1 and id = $2)
     order by e."processedAt", e.seq limit $3`,
    tenantId,
    id,
    limit,
  );
}
