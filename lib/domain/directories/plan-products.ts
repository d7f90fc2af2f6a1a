import { decimal } from '#lib/domain/base/decimal';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { type ProductField, productFields } from './directory.ts';
import type { ColumnOf } from './import-columns.ts';
import { type FieldChange, type FileRow, namedTwice, type PlannedRow, type RowFault } from './import-plan.ts';

export type ProductRowOfFile = FileRow<ColumnOf<'products'>>;

/** The directory's entries for the codes that a file names. */
export type KnownProducts = {
  /** By code (`osigu:MED-042`): the product it means. */
  readonly codes: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, Readonly<Partial<Record<ProductField, string>>>>;
  readonly newId: (row: ProductRowOfFile) => string;
};

const codeColumns = ['osigu_code', 'photon_code', 'medication_code'] as const;
const longest = 240;

/** The codes that a row names, each with its system; a cell may hold several, parted by a semicolon or a space. */
export function codesNamed({ cells }: ProductRowOfFile): readonly (readonly [column: string, code: string])[] {
  return codeColumns.flatMap((column) =>
    (cells[column] ?? '')
      .split(/[\s;]+/)
      .filter((code) => code !== '')
      .map((code) => [column, `${column.slice(0, column.indexOf('_'))}:${code}`] as const),
  );
}

function faultsOf(row: ProductRowOfFile): readonly RowFault[] {
  const { cells } = row;
  const faults: RowFault[] = [];
  if (codesNamed(row).length === 0) faults.push({ why: 'no-id' });
  for (const [field, value] of Object.entries(cells))
    if (!isStorableText(value)) faults.push({ why: 'unreadable', field });
  for (const [field, value] of Object.entries(cells))
    if (value.length > longest) faults.push({ why: 'too-long', field });
  const point = cells.reorder_point;
  if (point !== undefined && (decimal(point) === null || point.startsWith('-')))
    faults.push({ why: 'number', field: 'reorder_point' });
  return faults;
}

function given(field: ProductField, { cells }: ProductRowOfFile): string | undefined {
  if (field !== 'reorderPoint') return cells[field];
  return cells.reorder_point === undefined ? undefined : (decimal(cells.reorder_point) ?? undefined);
}

function planRow(row: ProductRowOfFile, known: KnownProducts): PlannedRow {
  const named = codesNamed(row);
  const at = { line: row.line, label: row.cells.display ?? named[0]?.[1] ?? null };
  const owners = named.flatMap(([field, id]) => {
    const recordId = known.codes.get(id);
    return recordId === undefined ? [] : [{ field, id, recordId }];
  });
  const [owner] = owners;
  if (new Set(owners.map(({ recordId }) => recordId)).size > 1)
    return { ...at, outcome: 'conflicting', conflicts: owners };
  if (!owner && row.cells.display === undefined) return { ...at, outcome: 'wrong', faults: [{ why: 'no-name' }] };
  const productId = owner?.recordId ?? known.newId(row);
  const before = known.products.get(productId) ?? {};
  const fields = productFields.flatMap((field): FieldChange[] => {
    const after = given(field, row);
    return after === undefined || after === before[field] ? [] : [{ field, before: before[field] ?? null, after }];
  });
  const codes = [...new Set(named.map(([, code]) => code))].filter((code) => !known.codes.has(code));
  if (fields.length === 0 && codes.length === 0) return { ...at, outcome: 'unchanged' };
  const values = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
  const acts = [
    { type: 'scriptline.product.recorded', data: { productId, ...values, ...(codes.length > 0 ? { codes } : {}) } },
  ];
  const changes = [...fields, ...codes.map((after) => ({ field: 'code' as const, before: null, after }))];
  return { ...at, outcome: owner ? 'changed' : 'new', changes, acts };
}

/** The outcome of importing a file of products, as `planPatients` for people. A product is found by a source's code alone. */
export function planProducts(
  rows: readonly ProductRowOfFile[],
): (asked: readonly ProductRowOfFile[], known: KnownProducts) => readonly PlannedRow[] {
  const byCode = ({ line, cells }: ProductRowOfFile): FileRow<string> => ({
    line,
    cells: Object.fromEntries(codesNamed({ line, cells }).map(([column, code]) => [`${column} ${code}`, code])),
  });
  const twice = namedTwice(rows.map(byCode), () => true);
  return (asked, known) =>
    asked.map((row) => {
      const again = twice(byCode(row)).map((fault) => ({ ...fault, field: fault.field?.split(' ')[0] ?? '' }));
      const faults: readonly RowFault[] = [...faultsOf(row), ...again];
      return faults.length === 0
        ? planRow(row, known)
        : { line: row.line, label: row.cells.display ?? null, outcome: 'wrong', faults };
    });
}
