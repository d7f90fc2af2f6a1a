import type { Tx } from '#lib/db/base/in-tenant';

export type FoundHold = {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
};

type After = { readonly at: string; readonly id: string } | null;

/** A page of legal holds, the latest first. */
export function findHolds(tx: Tx, tenantId: string, after: After, limit: number): Promise<FoundHold[]> {
  return tx.legalHold.findMany({
    where: {
      tenantId,
      ...(after === null ? {} : { OR: [{ placedAt: { lt: after.at } }, { placedAt: after.at, id: { gt: after.id } }] }),
    },
    orderBy: [{ placedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
}

export function holdById(tx: Tx, tenantId: string, id: string): Promise<FoundHold | null> {
  return tx.legalHold.findUnique({ where: { tenantId_id: { tenantId, id } } });
}

/** The number of legal holds in force. */
export function countHolds(tx: Tx, tenantId: string): Promise<number> {
  return tx.legalHold.count({ where: { tenantId, releasedAt: null } });
}

type NewHold = {
  readonly id: string;
  readonly kind: string;
  /** Null: everything. */
  readonly subjectId: string | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly from?: string | null;
  readonly to?: string | null;
};

/** False: there is a hold of this id already. */
export async function addHold(tx: Tx, tenantId: string, hold: NewHold): Promise<boolean> {
  return (await tx.legalHold.createMany({ data: [{ tenantId, ...hold }], skipDuplicates: true })).count > 0;
}

/** Ends a hold, by the database's clock. */
export async function saveHoldRelease(
  tx: Tx,
  tenantId: string,
  { id, releasedBy, reason }: { readonly id: string; readonly releasedBy: string; readonly reason: string },
): Promise<void> {
  await tx.$executeRaw`
    update "LegalHold" set "releasedAt" = clock_timestamp(), "releasedBy" = ${releasedBy}, "releaseReason" = ${reason}
    where "tenantId" = ${tenantId} and id = ${id} and "releasedAt" is null`;
}

/** The id of the record that a hold is to be on; a source is named by its key. Null: the tenant has no such record. */
export async function heldRecordId(
  tx: Tx,
  tenantId: string,
  kind: 'patient' | 'prescription' | 'lot' | 'recall' | 'source',
  subject: string,
): Promise<string | null> {
  const key = { where: { tenantId_id: { tenantId, id: subject } }, select: { id: true } };
  switch (kind) {
    case 'patient':
      return ((await tx.patient.findUnique(key)) ?? (await tx.patientRecord.findUnique(key)))?.id ?? null;
    case 'prescription':
      return (await tx.prescription.findUnique(key))?.id ?? null;
    case 'lot':
      return (await tx.lot.findUnique(key))?.id ?? null;
    case 'recall':
      return (await tx.recallCase.findUnique(key))?.id ?? null;
    case 'source':
      return (await tx.source.findUnique({ where: { tenantId_key: { tenantId, key: subject } } }))?.id ?? null;
  }
}
