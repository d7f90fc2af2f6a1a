import type { Tx } from '#lib/db/base/in-tenant';
import type { KnownPrescription } from '#lib/domain/connections/downstream';

/** The names under which others know prescriptions: the code, and the clinic's own encounter. */
export async function knownPrescriptions(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownPrescription>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(KnownPrescription & { id: string })[]>`
    select id, code, nullif(registers->'encounterId'->>'v', '') as "encounterId" from "Prescription"
    where "tenantId" = ${tenantId} and id = any(${[...new Set(ids)]}::text[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
