import type { Tx } from '#lib/db/base/in-tenant';
import { connect } from '#lib/db/base/prisma';
import type { Claimed } from '#lib/db/ledger/claim-work';
import { amendmentJoin, effectiveColumns } from '#lib/db/ledger/effective-event';
import { storedTables } from '#lib/db/ledger/projections/stored-tables';

/** Every table that the ledger's events alone make: a rebuild empties them, and they must come out the same. */
export const projectionTables: readonly string[] = [
  'Prescription',
  'PrescriptionTerm',
  'PatientTerm',
  'EventSubject',
  'FollowUp',
  'StockBalance',
  'StockDemand',
  ...Object.values(storedTables).map(({ model }) => model),
];

/** The subjects of an event without content are known from nowhere else: they stay. */
const subjectsToRead = `delete from "EventSubject" s using "LedgerEvent" e
  where e."tenantId" = s."tenantId" and e.seq = s.seq and e."purgedAt" is null`;

/** A connection of the role that migrates: the serving one may not truncate. */
export type RebuildConnection = ReturnType<typeof connect>;

export function connectForRebuild(url: string): RebuildConnection {
  return connect(url, 'lasting');
}

/** One transaction of a rebuild, which may last long. */
export function inRebuild<T>(db: RebuildConnection, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work, { maxWait: 30_000, timeout: 300_000 });
}

export function endRebuildConnection(db: RebuildConnection): Promise<void> {
  return db.$disconnect();
}

/** Throws every projection away, and notes that `run` is at making them anew: in one commit, so that nothing is empty without being said. */
export async function emptyProjections(db: RebuildConnection, run: string): Promise<void> {
  const purged = await db.ledgerEvent.count({ where: { purgedAt: { not: null } }, take: 1 });
  const emptied = purged === 0 ? projectionTables : projectionTables.filter((table) => table !== 'EventSubject');
  await db.$transaction([
    db.$executeRaw`insert into "RebuildUnderWay" (run) values (${run})
      on conflict ("tenantId") do update set run = excluded.run, "beganAt" = now()`,
    db.$executeRawUnsafe(`truncate ${emptied.map((table) => `"${table}"`).join(', ')}`),
    ...(purged === 0 ? [] : [db.$executeRawUnsafe(subjectsToRead)]),
  ]);
}

/** The projections are whole again, unless another rebuild began after this one. */
export async function projectionsMade(db: RebuildConnection, run: string): Promise<void> {
  await db.$executeRaw`delete from "RebuildUnderWay" where run = ${run}`;
}

/** The next processed events that still have their content after a ledger number, oldest first, whatever their tenant. */
export function processedAfter(db: RebuildConnection, seq: bigint, limit: number): Promise<Claimed[]> {
  return db.$queryRawUnsafe<Claimed[]>(
    `select ${effectiveColumns} from "LedgerEvent" e ${amendmentJoin} where e.seq > $1 and e.status = 'processed' and e."purgedAt" is null
     order by e.seq limit $2`,
    seq,
    limit,
  );
}
