import { decimal } from './decimal.ts';

/** A number that we counted ourselves, as exact decimal text: it stays a number in a spreadsheet, also below zero. */
export type NumericCell = { readonly figure: string };
export type Cell = string | number | null | NumericCell;

/** A number of our own for a file; null stays empty. */
export const figure = (value: string | null): NumericCell | null => (value === null ? null : { figure: value });

/** A spreadsheet recognises by it that the file is UTF-8; without it accents come out wrong. */
export const byteOrderMark = '\uFEFF';

/** Characters that a spreadsheet takes for the beginning of a formula, also in full width. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text of a cell in a file. Text that begins like a formula is kept as text: a spreadsheet would run it. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return guarded(cell);
  return decimal(cell.figure) === cell.figure ? cell.figure : guarded(cell.figure);
}
