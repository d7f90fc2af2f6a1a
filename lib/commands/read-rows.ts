import { CsvError, parse } from 'csv-parse/sync';
import { type ColumnOf, columnsOf, type ImportKind } from '#lib/domain/import-columns';
import type { FileRow } from '#lib/domain/import-plan';
import { Invalid } from '#lib/domain/refusal';

const mostRows = 50_000;

type Parsed = { readonly cells: readonly string[]; readonly line: number };

/** Spreadsheets write a comma, a semicolon (where the comma is the decimal sign) or a tab: the one that the first line has most of. */
function delimiterOf(csv: string): string {
  const [first = ''] = csv.split('\n', 1);
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function parsed(csv: string): readonly Parsed[] {
  const rows: Parsed[] = [];
  try {
    parse(csv, {
      ...{ bom: true, trim: true, relax_column_count: true, skip_empty_lines: true, delimiter: delimiterOf(csv) },
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ cells, line: lines - cells.join('').split('\n').length + 1 });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Invalid([`line.${String(Reflect.get(error, 'lines') ?? '')}`]);
    throw error;
  }
  return rows;
}

/**
 * A file's rows by our columns. Blank cells are left out.
 * @throws Invalid `head` (no column of ours), `line.N` (not CSV there), `rows` (none, or more than 50,000)
 */
export function readRows<K extends ImportKind>(kind: K, csv: string): readonly FileRow<ColumnOf<K>>[] {
  const [head, ...body] = parsed(csv);
  const columns = columnsOf(kind, head?.cells ?? []);
  if (columns.every((column) => column === null)) throw new Invalid(['head']);
  const rows = body.map(({ cells: record, line }) => {
    const cells: { [column in ColumnOf<K>]?: string } = {};
    for (const [index, column] of columns.entries()) {
      const cell = record[index];
      if (column !== null && cell !== undefined && cell !== '') cells[column] = cell;
    }
    return { line, cells };
  });
  if (rows.length === 0 || rows.length > mostRows) throw new Invalid(['rows']);
  return rows;
}
