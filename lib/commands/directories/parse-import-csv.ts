import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { Invalid } from '#lib/domain/base/refusal';
import { type ColumnOf, columnsOf, type ImportKind } from '#lib/domain/directories/import-columns';
import { judgeExtent, mostRows, tooManyRows } from '#lib/domain/directories/import-limits';
import type { FileRow } from '#lib/domain/directories/import-plan';

/** Letters that are parsed before others have their turn: some milliseconds of work. */
const atOnce = 8_000;

type Parsed = { readonly cells: readonly string[]; readonly line: number };

/** Spreadsheets write a comma, a semicolon (where the comma is the decimal sign) or a tab: the one that the first line has most of. */
function delimiterOf(csv: string): string {
  const [first = ''] = csv.split('\n', 1);
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The rows part by part, with a pause after each, so that a large file keeps nobody else waiting. It ends at the first row too many. */
async function parsed(csv: string): Promise<readonly Parsed[]> {
  judgeExtent(csv);
  const rows: Parsed[] = [];
  const parser = parse({
    ...{ bom: true, trim: true, relax_column_count: true, skip_empty_lines: true, delimiter: delimiterOf(csv) },
    on_record: (cells: readonly string[], { lines }) => {
      if (rows.length > mostRows) throw tooManyRows();
      rows.push({ cells, line: lines - cells.join('').split('\n').length + 1 });
      return null;
    },
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  // The reader of the end receives the error; until then it must not count as unhandled.
  ended.catch(() => undefined);
  parser.resume();
  for (let at = 0; at < csv.length && !parser.errored; at += atOnce) {
    parser.write(csv.slice(at, at + atOnce));
    await setImmediate();
  }
  if (!parser.errored) parser.end();
  try {
    await ended;
  } catch (error) {
    if (error instanceof CsvError) throw new Invalid([`line.${String(Reflect.get(error, 'lines') ?? '')}`]);
    throw error;
  }
  return rows;
}

/**
 * A file's rows by our columns. Blank cells are left out.
 * @throws Invalid `head` (no column of ours), `line.N` (not CSV there, or too many columns), `rows` (none, or more than 50,000)
 */
export async function parseImportCsv<K extends ImportKind>(
  kind: K,
  csv: string,
): Promise<readonly FileRow<ColumnOf<K>>[]> {
  const [head, ...body] = await parsed(csv);
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
  if (rows.length === 0) throw new Invalid(['rows']);
  return rows;
}
