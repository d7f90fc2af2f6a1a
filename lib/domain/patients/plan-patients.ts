import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { localeInFile } from '#lib/domain/base/locale';
import type { System } from '#lib/domain/base/system';
import { plain } from '#lib/domain/base/terms';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { type PatientField, patientFields } from '#lib/domain/directories/directory';
import type { ColumnOf } from '#lib/domain/directories/import-columns';
import {
  type FieldChange,
  type FileRow,
  namedTwice,
  type PlannedAction,
  type PlannedRow,
  type RowConflict,
  type RowFault,
} from '#lib/domain/directories/import-plan';

export type PatientRowOfFile = FileRow<ColumnOf<'patients'>>;

/** The directory's entries for the ids that a file names. */
export type KnownPatients = {
  /** By patient (`osigu:pat_1`): the person it is linked with. */
  readonly links: ReadonlyMap<string, string>;
  /** Sources' patients whose link a person removed: no file links them again, only a person. */
  readonly apart: ReadonlySet<string>;
  /** By the tenant's own id: the person who bears it. */
  readonly byExternalId: ReadonlyMap<string, string>;
  /** By the tenant's own id: senders' patients who bear it, as their sender says. */
  readonly sendersByExternalId: ReadonlyMap<string, readonly string[]>;
  /** By person: their directory entry. */
  readonly records: ReadonlyMap<string, Readonly<Partial<Record<PatientField, string>>>>;
  /** The id of a person who is new: the same for the same row, so that a repeated import writes nothing twice. */
  readonly newId: (row: PatientRowOfFile) => string;
};

const idColumns = ['osigu_id', 'photon_id', 'medication_id'] as const;
const systemOf: Readonly<Record<(typeof idColumns)[number], System>> = {
  osigu_id: 'osigu',
  photon_id: 'photon',
  medication_id: 'medication',
};
const columnOf: Readonly<Record<PatientField, ColumnOf<'patients'>>> = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  language: 'language',
  externalId: 'external_id',
};
const longest = { id: 240, text: 500 };

/** The senders' patients that a row names: `osigu:pat_1`. */
export function patientsNamed({ cells }: PatientRowOfFile): readonly (readonly [column: string, id: string])[] {
  return idColumns.flatMap((column) => {
    const id = cells[column];
    return id === undefined ? [] : [[column, `${systemOf[column]}:${id}`] as const];
  });
}

function faultsOf(row: PatientRowOfFile): readonly RowFault[] {
  const { cells } = row;
  const faults: RowFault[] = [];
  if (patientsNamed(row).length === 0 && cells.external_id === undefined) faults.push({ why: 'no-id' });
  for (const [field, value] of Object.entries(cells))
    if (!isStorableText(value)) faults.push({ why: 'unreadable', field });
  for (const [field, value] of Object.entries(cells))
    if (value.length > (field.endsWith('_id') ? longest.id : longest.text)) faults.push({ why: 'too-long', field });
  for (const [field, value] of Object.entries(cells))
    if (field.endsWith('_id') && /\s/.test(value)) faults.push({ why: 'unreadable', field });
  if (cells.email !== undefined && !isEmailAddress(cells.email)) faults.push({ why: 'email', field: 'email' });
  if (cells.language !== undefined && localeInFile(plain(cells.language)) === undefined)
    faults.push({ why: 'language', field: 'language' });
  return faults;
}

function given(field: PatientField, { cells }: PatientRowOfFile): string | undefined {
  const value = cells[columnOf[field]];
  if (field === 'language') return value && localeInFile(plain(value));
  return field === 'email' ? value?.toLowerCase() : value;
}

type Owner = RowConflict & { readonly recordId: string };

/** A row's ids, each with the person it already belongs to. */
function belonging(row: PatientRowOfFile, known: KnownPatients): readonly Owner[] {
  const named = patientsNamed(row).flatMap(([field, id]) => {
    const recordId = known.links.get(id);
    return recordId === undefined ? [] : [{ field, id, recordId }];
  });
  const external = row.cells.external_id;
  const recordId = external === undefined ? undefined : known.byExternalId.get(external);
  return external === undefined || recordId === undefined
    ? named
    : [...named, { field: 'external_id', id: external, recordId }];
}

function changesOf(row: PatientRowOfFile, before: Readonly<Partial<Record<PatientField, string>>>): FieldChange[] {
  return patientFields.flatMap((field) => {
    const after = given(field, row);
    return after === undefined || after === before[field] ? [] : [{ field, before: before[field] ?? null, after }];
  });
}

/** The links a row makes: the ids it names, and senders' patients who bear the tenant's own id, unless another row names them. */
function linksOf(
  row: PatientRowOfFile,
  recordId: string,
  known: KnownPatients,
  taken: ReadonlySet<string>,
): PlannedAction[] {
  const named = patientsNamed(row).map(([, id]) => id);
  const shared = (known.sendersByExternalId.get(row.cells.external_id ?? '') ?? []).filter((id) => !taken.has(id));
  const link = (basis: string) => (patientId: string) => ({
    type: 'scriptline.patient.linked',
    data: { patientId, recordId, basis },
  });
  const open = (id: string) => !known.links.has(id) && !known.apart.has(id);
  return [...named.filter(open).map(link('import')), ...shared.filter(open).map(link('shared_id'))];
}

function planRow(row: PatientRowOfFile, known: KnownPatients, taken: ReadonlySet<string>): PlannedRow {
  const at = { line: row.line, label: row.cells.name ?? patientsNamed(row)[0]?.[1] ?? row.cells.external_id ?? null };
  const apart = patientsNamed(row).filter(([, id]) => known.apart.has(id));
  if (apart.length > 0)
    return { ...at, outcome: 'conflicting', conflicts: apart.map(([field, id]) => ({ field, id, recordId: null })) };
  const owners = belonging(row, known);
  const [owner] = owners;
  if (new Set(owners.map(({ recordId }) => recordId)).size > 1)
    return { ...at, outcome: 'conflicting', conflicts: owners };
  const recordId = owner?.recordId ?? known.newId(row);
  const changes = changesOf(row, known.records.get(recordId) ?? {});
  const links = linksOf(row, recordId, known, taken);
  if (owner && changes.length === 0 && links.length === 0) return { ...at, outcome: 'unchanged' };
  const values = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  const recorded = { type: 'scriptline.patient.recorded', data: { recordId, ...values } };
  const acts = [...(owner && changes.length === 0 ? [] : [recorded]), ...links];
  const linked = links.map(({ data }) => ({ field: 'link' as const, before: null, after: String(data['patientId']) }));
  return { ...at, outcome: owner ? 'changed' : 'new', changes: [...changes, ...linked], acts };
}

/**
 * The outcome of importing a file of people, row by row: first the whole file, then the requested rows and their known data. A person is
 * found by an id alone, never by a name; a blank cell changes nothing; people whom a person unlinked stay apart. Rows are independent of
 * one another: an id that two of them name is wrong in the later one.
 */
export function planPatients(
  rows: readonly PatientRowOfFile[],
): (asked: readonly PatientRowOfFile[], known: KnownPatients) => readonly PlannedRow[] {
  const twice = namedTwice(rows, (column) => column.endsWith('_id'));
  const taken = new Set(rows.flatMap((row) => patientsNamed(row).map(([, id]) => id)));
  return (asked, known) =>
    asked.map((row) => {
      const faults = [...faultsOf(row), ...twice(row)];
      if (faults.length === 0) return planRow(row, known, taken);
      return { line: row.line, label: row.cells.name ?? null, outcome: 'wrong', faults };
    });
}
