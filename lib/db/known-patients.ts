import { createHash } from 'node:crypto';
import { entered, patientFields } from '#lib/domain/directory';
import { type Row, text } from '#lib/domain/fold';
import { type KnownPatients, type PatientRowOfFile, patientsNamed } from '#lib/domain/plan-patients';
import { knownLinks } from './directory.ts';
import type { Tx } from './in-tenant.ts';
import { loadRows } from './projection-rows.ts';

/** A name-based UUID of what identifies a row: the same for the same ids of the same tenant. */
export function stableId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What a row is entered as, field by field. */
export function enteredFields<F extends string>(
  row: Row | undefined,
  fields: readonly F[],
): { readonly [field in F]?: string } {
  const found: { [field in F]?: string } = {};
  for (const field of fields) {
    const value = entered(row, field);
    if (value !== null) found[field] = value;
  }
  return found;
}

/** Reads what the directory holds of the ids that a file's rows name: five statements, whatever their number. */
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
