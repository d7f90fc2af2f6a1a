import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows, loadRowsOf } from '#lib/db/ledger/projections/projection-rows';
import { liveProjections, type ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { isLocale, type Locale } from '#lib/domain/base/locale';
import { entered, senderName } from '#lib/domain/directories/directory';
import { type Row, text } from '#lib/domain/ledger/fold';

/** The tenant's directory entry of a source's patient. */
export type DirectoryEntry = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: Locale | null;
};

/** The links of the sources' patients: the person each is linked with, and the links that a person removed. */
export type KnownLinks = { readonly links: ReadonlyMap<string, string>; readonly apart: ReadonlySet<string> };

export function knownLinks(tx: Tx, tenantId: string, patientIds: Iterable<string>): Promise<KnownLinks> {
  return knownLinksOf(liveProjections(tx, tenantId), patientIds);
}

/** The same from any projection store. */
export async function knownLinksOf(ground: ProjectionStore, patientIds: Iterable<string>): Promise<KnownLinks> {
  const rows = new Map<string, Row>();
  await loadRowsOf(ground, 'patientLink', 'id', patientIds, rows);
  const links = new Map<string, string>();
  const apart = new Set<string>();
  for (const [id, row] of rows) {
    const recordId = text(row, 'recordId');
    if (recordId === '') apart.add(id);
    else if (recordId !== null) links.set(id, recordId);
  }
  return { links, apart };
}

/** The directory's person for each source's patient; those without a link are left out. */
export async function linkedRecords(
  tx: Tx,
  tenantId: string,
  patientIds: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  return (await knownLinks(tx, tenantId, patientIds)).links;
}

/** The directory's entry of a sender's patient (`osigu:pat_1`), found by an explicit link only; null where there is none. */
export async function directoryEntryOf(tx: Tx, tenantId: string, patientId: string): Promise<DirectoryEntry | null> {
  const recordId = (await linkedRecords(tx, tenantId, [patientId])).get(patientId);
  if (recordId === undefined) return null;
  const row = (await recordsOf(tx, tenantId, [recordId])).get(recordId);
  const language = text(row, 'language');
  return {
    name: entered(row, 'name'),
    phone: entered(row, 'phone'),
    email: entered(row, 'email'),
    language: isLocale(language) ? language : null,
  };
}

/** The directory's entries by their ids. */
export async function recordsOf(
  tx: Tx,
  tenantId: string,
  recordIds: Iterable<string>,
): Promise<ReadonlyMap<string, Row>> {
  const records = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patientRecord', 'id', recordIds, records);
  return records;
}

/** The senders' patients linked to each entry, in the order of their ids. */
export async function linkedPatients(
  tx: Tx,
  tenantId: string,
  recordIds: Iterable<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patientLink', 'recordId', recordIds, links);
  const ids = [...links].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = Map.groupBy(ids, ([, row]) => text(row, 'recordId') ?? '');
  return new Map([...groups].map(([recordId, own]) => [recordId, own.map(([id]) => id)]));
}

/** The origin of a shown name: the patient's own source, the tenant's directory, or another source by way of an explicit link. */
export type NamedPatient = { readonly name: string; readonly from: 'sender' | 'directory' | 'link' };

/** The name of each patient that has one: their own source's first, else the directory's, else a linked source's. */
export async function namesOf(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, NamedPatient>> {
  const patients = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patient', 'id', patientIds, patients);
  const names = new Map<string, NamedPatient>();
  for (const [id, row] of patients) {
    const name = senderName(row);
    if (name !== null) names.set(id, { name, from: 'sender' });
  }
  const nameless = patientIds.filter((id) => !names.has(id));
  const links = await linkedRecords(tx, tenantId, nameless);
  if (links.size === 0) return names;
  const records = await recordsOf(tx, tenantId, links.values());
  for (const [id, recordId] of links) {
    const name = entered(records.get(recordId), 'name');
    if (name !== null) names.set(id, { name, from: 'directory' });
  }
  await nameByLink(tx, tenantId, links, names);
  return names;
}

async function nameByLink(
  tx: Tx,
  tenantId: string,
  links: ReadonlyMap<string, string>,
  names: Map<string, NamedPatient>,
): Promise<void> {
  const still = [...links].filter(([id]) => !names.has(id));
  const siblings = await linkedPatients(
    tx,
    tenantId,
    still.map(([, recordId]) => recordId),
  );
  const patients = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patient', 'id', [...siblings.values()].flat(), patients);
  for (const [id, recordId] of still) {
    const [name] = (siblings.get(recordId) ?? []).flatMap((sibling) => senderName(patients.get(sibling)) ?? []);
    if (name !== undefined) names.set(id, { name, from: 'link' });
  }
}
