import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { entered } from '#lib/domain/directories/directory';
import type { ColumnOf } from '#lib/domain/directories/import-columns';
import type { FileRow, PlannedRow, RowFault } from '#lib/domain/directories/import-plan';
import type { Row } from '#lib/domain/ledger/fold';

export type EncounterFileRow = FileRow<ColumnOf<'encounters'>>;

/** The prescriptions that each name of a file means: a code, a sender's id, or an id with its system. */
export type KnownEncounters = ReadonlyMap<string, ReadonlyMap<string, Row>>;

const longest = 200;

function faultsOf({ cells }: EncounterFileRow): readonly RowFault[] {
  const faults: RowFault[] = [];
  if (cells.prescription === undefined) faults.push({ why: 'no-id' });
  if (cells.encounter_id === undefined) faults.push({ why: 'no-encounter' });
  for (const [field, value] of Object.entries(cells)) {
    if (!isStorableText(value)) faults.push({ why: 'unreadable', field });
    if (value.length > longest) faults.push({ why: 'too-long', field });
  }
  return faults;
}

function planRow(row: EncounterFileRow, known: KnownEncounters): PlannedRow {
  const { prescription: name = '', encounter_id: encounterId = '' } = row.cells;
  const at = { line: row.line, label: name };
  const meant = [...(known.get(name) ?? [])];
  const [only, another] = meant;
  if (only === undefined)
    return { ...at, outcome: 'wrong', faults: [{ why: 'no-prescription', field: 'prescription' }] };
  if (another !== undefined) {
    const conflicts = meant.map(([recordId]) => ({ field: 'prescription', id: name, recordId }));
    return { ...at, outcome: 'conflicting', conflicts };
  }
  const [prescriptionId, registers] = only;
  const before = entered(registers, 'encounterId');
  if (before === encounterId) return { ...at, outcome: 'unchanged' };
  return {
    ...at,
    outcome: before === null ? 'new' : 'changed',
    changes: [{ field: 'encounter', before, after: encounterId }],
    acts: [{ type: 'scriptline.encounter.linked', data: { prescriptionId, encounterId } }],
  };
}

/** The changes that a file of encounters makes to the prescriptions it names. A prescription that two rows name is taken from neither. */
export function planEncounters(
  rows: readonly EncounterFileRow[],
): (asked: readonly EncounterFileRow[], known: KnownEncounters) => readonly PlannedRow[] {
  const first = new Map<string, number>();
  for (const { line, cells } of rows) {
    const name = cells.prescription;
    if (name !== undefined && !first.has(name)) first.set(name, line);
  }
  const again = ({ line, cells }: EncounterFileRow): readonly RowFault[] => {
    const earlier = first.get(cells.prescription ?? '');
    return earlier === undefined || earlier === line ? [] : [{ why: 'twice', field: 'prescription', line: earlier }];
  };
  return (asked, known) =>
    asked.map((row) => {
      const faults = [...faultsOf(row), ...again(row)];
      const label = row.cells.prescription ?? null;
      return faults.length === 0 ? planRow(row, known) : { line: row.line, label, outcome: 'wrong', faults };
    });
}
