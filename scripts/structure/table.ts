import { isWorse, type StructureRow } from './baseline.ts';

/** `measure | now | bound`, aligned; a figure over its bound is marked. */
export function structureTable(rows: readonly StructureRow[]): string {
  const cells = rows.map((row) => [
    row.measure.name,
    written(row.figure.value),
    row.bound === undefined ? '–' : `${written(row.bound)}${isWorse(row) ? '  ✗ worse' : ''}`,
  ]);
  const all = [['measure', 'now', 'bound'], ...cells];
  const width = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  const [name, now] = [width(0), width(1)];
  return all.map(([a = '', b = '', c = '']) => `${a.padEnd(name)}  ${b.padStart(now)}  ${c}`).join('\n');
}

const written = (value: number): string => (Number.isFinite(value) ? value.toLocaleString('en') : 'unknown');
