import type { Tx } from '#lib/db/base/in-tenant';
import { systems } from '#lib/domain/base/system';
import type { Row } from '#lib/domain/ledger/fold';
import type { KnownEncounters } from '#lib/domain/prescriptions/plan-encounters';

/** Finds the prescriptions that a file's rows name: by code, by a source's id, or by an id with its system. Two steps in indexes, whatever the history. */
export async function knownEncounters(tx: Tx, tenantId: string, names: readonly string[]): Promise<KnownEncounters> {
  const ids = [...new Set(names)];
  const rows = await tx.$queryRaw<{ name: string; id: string; registers: Row }[]>`
    select n.name, p.id, p.registers from unnest(${ids}::text[]) as n(name)
    join "Prescription" p on p."tenantId" = ${tenantId} and p.code = n.name
    union
    select n.name, p.id, p.registers from unnest(${ids}::text[]) as n(name)
    cross join unnest(array['']::text[] || ${systems.map((system) => `${system}:`)}::text[]) as s(prefix)
    join "Prescription" p on p."tenantId" = ${tenantId} and p.id = s.prefix || n.name`;
  const known = new Map<string, Map<string, Row>>();
  for (const { name, id, registers } of rows) known.set(name, (known.get(name) ?? new Map()).set(id, registers));
  return known;
}
