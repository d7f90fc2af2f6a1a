import { Invalid } from '#lib/domain/base/refusal';

/** The head and so many rows; blank lines count for themselves, so that a file of them alone ends too. */
export const mostRows = 50_000;
const mostLines = 10 * mostRows;
const mostColumns = 200;

const lineEnd = 10;
const separators: ReadonlySet<number> = new Set([',', ';', '\t'].map((mark) => mark.charCodeAt(0)));

export const tooManyRows = (): Invalid =>
  new Invalid(['rows'], `The file has more than ${mostRows} rows. Import it in parts.`, 'too-many-rows');
const tooManyColumns = (line: number): Invalid =>
  new Invalid([`line.${line}`], `A line of the file has more than ${mostColumns} columns.`, 'too-many-columns');

/**
 * Looks a file through once, before it is parsed: what is too long or too wide costs no more than this.
 * @throws Invalid `too-many-rows`, `too-many-columns`
 */
export function judgeExtent(csv: string): void {
  let lines = 1;
  let columns = 1;
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv.charCodeAt(at);
    if (sign === lineEnd) {
      lines += 1;
      columns = 1;
      if (lines > mostLines) throw tooManyRows();
    } else if (separators.has(sign)) {
      columns += 1;
      if (columns > mostColumns) throw tooManyColumns(lines);
    }
  }
}
