import type { Claimed } from './claim.ts';
import type { PrismaClient } from './generated/client.ts';
import { amendedBy, saidColumns } from './said.ts';
import { storedTables } from './stored-tables.ts';

/** Every table that the ledger's events alone make: what a rebuild throws away, and what must come out the same. */
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

export async function emptyProjections(db: PrismaClient): Promise<void> {
  await db.$executeRawUnsafe(`truncate ${projectionTables.map((table) => `"${table}"`).join(', ')}`);
}

/** The next processed events after a ledger number, oldest first, whatever their tenant. */
export function processedAfter(db: PrismaClient, seq: bigint, limit: number): Promise<Claimed[]> {
  return db.$queryRawUnsafe<Claimed[]>(
    `select ${saidColumns} from "LedgerEvent" e ${amendedBy} where e.seq > $1 and e.status = 'processed' order by e.seq limit $2`,
    seq,
    limit,
  );
}
