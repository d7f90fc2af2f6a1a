import { type BenchFigure, median, reached, shown } from './figure.ts';
import type { Machine } from './machine.ts';

/** A figure with when it was found, at which commit, and the system's load average of the minute before. */
export type Kept = BenchFigure & { readonly at: string; readonly commit: string; readonly load: number };

/** The stored part of a run, as `docs/benchmarks.json`. */
export type Report = {
  readonly command: string;
  readonly machine: Machine;
  readonly figures: readonly Kept[];
};

const heads = ['what', 'against', 'figure', 'reach', 'rounds: lowest – highest'] as const;

function cells(figure: BenchFigure): readonly string[] {
  const { what, against, rounds, unit, reach, note } = figure;
  const verdict = { true: ' reached', false: ' **missed**', null: '' }[String(reached(figure))] ?? '';
  const spread = `${shown(Math.min(...rounds), unit)} – ${shown(Math.max(...rounds), unit)}`;
  return [
    note === undefined ? what : `${what} (${note})`,
    against,
    shown(median(rounds), unit),
    reach === null ? '—' : `${reach.at === 'least' ? '≥' : '≤'} ${shown(reach.value, unit)}${verdict}`,
    rounds.length === 1 ? 'once' : `${rounds.length}: ${spread}`,
  ];
}

/** For the terminal: columns that line up, long words cut. */
export function table(figures: readonly BenchFigure[]): string {
  const rows = [heads, ...figures.map(cells)].map((row) => row.map((cell) => cell.replaceAll('**', '').slice(0, 64)));
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** When each part ran, and how busy the machine was: a load far above the cores says that others were at work on it too. */
function circumstances(figures: readonly Kept[]): string {
  const parts = [...Map.groupBy(figures, ({ section }) => section)].map(([section, [first]]) =>
    first
      ? `${section} (${first.at.slice(0, 16).replace('T', ' ')}, ${first.commit}, load ${first.load.toFixed(1)})`
      : section,
  );
  return parts.join(', ');
}

export function markdown({ command, machine, figures }: Report): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const { cpu, cores, memoryGb, system, node, postgres } = machine;
  return `# Benchmarks

Made by \`${command} --write\` from \`docs/benchmarks.json\`; nothing here is written by hand.

The machine: ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}, PostgreSQL ${postgres}.

When each part ran (UTC), at which commit, and the load average of the minute before its end: ${circumstances(figures)}. A load far above the cores
means that others were at work on the machine too: the ratios of such a part are unsteady, and its times are not the product's.

Both sides of a ratio are measured in the same round, one after the other, in turns; the figure is the median of the rounds. The load generator, the
web process, the workers and PostgreSQL share the cores. The database is durable (\`fsync\` on), fresh, and in a temporary folder. No figure is a
test's pass mark.

${[line(heads), line(heads.map(() => '---')), ...figures.map((figure) => line(cells(figure)))].join('\n')}
`;
}
