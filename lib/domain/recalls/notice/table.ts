import { isLotLike } from './lot-shape.ts';
import type { Token } from './tokens.ts';

/** A table's reading of a token: its cell is a lot's, is something else's, or the row has a lot somewhere. */
export type Zone = 'lot' | 'skip' | 'row';

type Cell = readonly number[];
type Line = readonly Cell[];

const labelKinds: readonly Token['kind'][] = ['lotLabel', 'expiryLabel', 'label', 'and', 'open', 'close', 'dash'];

/** Tokens of pasted tables: with tabs, bars or wide gaps between the cells, with single spaces, or with every cell on its own line. */
export function tableZones(tokens: readonly Token[]): Map<number, Zone> {
  const zones = new Map<number, Zone>();
  const lines = linesOf(tokens);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? [];
    if (!line.flat().some((index) => tokens[index]?.kind === 'lotLabel')) continue;
    if (isHeader(tokens, line)) at = Math.max(at, rows(tokens, lines, at, zones));
    else if (line.length === 1) at = Math.max(at, stacked(tokens, lines, at, zones));
  }
  return zones;
}

function linesOf(tokens: readonly Token[]): Line[] {
  const lines: number[][][] = [[[]]];
  for (const [index, { kind, gap }] of tokens.entries()) {
    const line = lines.at(-1) ?? [];
    if (kind === 'newline') lines.push([[]]);
    else if (kind === 'cell' || gap.length > 1) line.push(kind === 'cell' ? [] : [index]);
    else line.at(-1)?.push(index);
  }
  return lines
    .map((line) => (line.length > 1 && line[0]?.length === 0 ? line.slice(1) : line))
    .filter((line) => line.flat().some((index) => tokens[index]?.kind !== 'dash'));
}

const kindsOf = (tokens: readonly Token[], cell: Cell) => cell.map((index) => tokens[index]?.kind);
const labelsOnly = (tokens: readonly Token[], cell: Cell) =>
  kindsOf(tokens, cell).every((kind) => kind && labelKinds.includes(kind));

function isHeader(tokens: readonly Token[], line: Line): boolean {
  const all = line.flat();
  const last = tokens[all.at(-1) ?? -1];
  if (last?.kind === 'colon' || last?.text.endsWith(':')) return false;
  const named = all.filter((index) => ['lotLabel', 'expiryLabel', 'label'].includes(tokens[index]?.kind ?? '')).length;
  const plain = all.every((index) => {
    const { kind = 'number', text = '' } = tokens[index] ?? {};
    return (
      labelKinds.includes(kind) ||
      (kind === 'word' && /^[\p{Lu}#/]/u.test(text)) ||
      ['of', 'de', 'y', 'if'].includes(text)
    );
  });
  return plain && (line.length > 1 ? all.length <= 24 : named > 1 && all.length <= 10);
}

/** Marks the rows under a header; says the last line that belongs to the table. */
function rows(tokens: readonly Token[], lines: readonly Line[], header: number, zones: Map<number, Zone>): number {
  const columns = lines[header] ?? [];
  const isLot = columns.map((cell) => kindsOf(tokens, cell).includes('lotLabel'));
  let last = header;
  for (let at = header + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? [];
    const kinds = kindsOf(tokens, line.flat());
    if (kinds.includes('lotLabel') || !kinds.some((kind) => kind === 'number' || kind === 'date' || kind === 'ndc'))
      break;
    const whole = columns.length > 1 && line.length === columns.length;
    for (const [column, cell] of line.entries()) {
      for (const index of cell) zones.set(index, whole ? (isLot[column] ? 'lot' : 'skip') : 'row');
    }
    last = at;
  }
  return last;
}

/** Headers one below the other, then the cells in the same order, line by line. */
function stacked(tokens: readonly Token[], lines: readonly Line[], at: number, zones: Map<number, Zone>): number {
  const isLabel = (line: number) => lines[line]?.length === 1 && labelsOnly(tokens, lines[line]?.[0] ?? []);
  let from = at;
  let to = at;
  while (isLabel(from - 1)) from -= 1;
  while (isLabel(to + 1)) to += 1;
  const width = to - from + 1;
  if (width < 2 || !isLabel(at)) return at;
  let last = to;
  for (let row = to + 1; row + width <= lines.length; row += width) {
    const cell = lines[row + at - from]?.flat() ?? [];
    if (!cell.some((index) => tokens[index]?.kind === 'number' && isLotLike(tokens[index]?.text ?? ''))) break;
    for (let column = 0; column < width; column += 1) {
      for (const index of lines[row + column]?.flat() ?? []) zones.set(index, column === at - from ? 'lot' : 'skip');
    }
    last = row + width - 1;
  }
  return last;
}
