import type { Tx } from '#lib/db/base/in-tenant';
import { stableId } from '#lib/db/base/stable-id';
import { knownLinks } from '#lib/db/directories/directory';
import { enteredFields } from '#lib/db/directories/entered-fields';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { patientFields } from '#lib/domain/directories/directory';
import { type Row, text } from '#lib/domain/ledger/fold';
import { type KnownPatients, type PatientRowOfFile, patientsNamed } from '#lib/domain/patients/plan-patients';

/** Reads the directory's entries for the ids that a file's rows name: five statements, whatever their number. */
export async function knownPatients(
  tx: Tx,
  tenantId: string,
  rows: readonly PatientRowOfFile[],
): Promise<KnownPatients> {
  const named = rows.flatMap((row) => patientsNamed(row).map(([, id]) => id));
  const externalIds = rows.flatMap(({ cells }) => cells.external_id ?? []);
  const bearers = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patient', 'externalId', externalIds, bearers);
  const records = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patientRecord', 'externalId', externalIds, records);
  const byExternalId = new Map([...records].map(([id, row]) => [text(row, 'externalId') ?? '', id]));
  const { links, apart } = await knownLinks(tx, tenantId, [...named, ...bearers.keys()]);
  await loadRows(tx, tenantId, 'patientRecord', 'id', links.values(), records);
  const sendersByExternalId = new Map<string, string[]>();
  for (const id of [...bearers.keys()].sort()) {
    const externalId = text(bearers.get(id), 'externalId') ?? '';
    sendersByExternalId.set(externalId, [...(sendersByExternalId.get(externalId) ?? []), id]);
  }
  return {
    links,
    apart,
    byExternalId,
    sendersByExternalId,
    records: new Map([...records].map(([id, row]) => [id, enteredFields(row, patientFields)])),
    newId: (row) =>
      `dir:${stableId(tenantId, row.cells.external_id ?? '', ...patientsNamed(row).map(([, patient]) => patient))}`,
  };
}
