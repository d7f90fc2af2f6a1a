import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { ChaosOutcome } from './outcome.ts';

export type Line = ChaosOutcome & { readonly fault: string; readonly must: string };

const file = new URL('../../docs/reliability.md', import.meta.url);

/** The machine it ran on, without a name that would identify its owner. */
function machine(): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, embedded PostgreSQL 18`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = ({ fault, must, figures, held }: Line): string =>
  `| ${[fault, must, figures, held ? 'yes' : '**no**'].map(cell).join(' | ')} |`;

const beginning = ({ fault }: Line): string => `| ${cell(fault)} | `;

/** The rows of an earlier report, with those that were run now in their places; every row where nothing was chosen. */
function rowsOf(lines: readonly Line[], earlier: string): readonly string[] {
  const rows = earlier.split('\n').filter((line) => /^\| (?!fault \|)/.test(line));
  const rerun = (line: string) => {
    const now = lines.find((one) => line.startsWith(beginning(one)));
    return now ? row(now) : line;
  };
  const fresh = lines.filter((one) => !rows.some((line) => line.startsWith(beginning(one))));
  return [...rows.map(rerun), ...fresh.map(row)];
}

/** `minutes` null: some rows were run again, and the others stand as they were. */
export function reportOf(lines: readonly Line[], minutes: number | null, earlier = ''): string {
  const rows = minutes === null ? rowsOf(lines, earlier) : lines.map(row);
  const whole = minutes === null ? (/together take (\d+) minutes/.exec(earlier)?.[1] ?? '?') : minutes.toFixed(0);
  return `# What survives

Written by \`npm run chaos -- --write\`: what it printed, as it was. Each row runs against a real instance of its own (PostgreSQL with its
data written through to the disk, web and worker as processes of their own, HTTP over loopback), and all of them together take ${whole} minutes.
A short form of those that no other test holds runs in \`npm test\`, and of each nightly.

"Lost" is answered 202 and not in the ledger, or in the ledger and never processed, ignored, quarantined or dead. "Double" is an event kept twice,
a dispense there twice, or a quantity counted twice.

Run on ${machine()}, last on ${new Date().toISOString().slice(0, 10)}.

| fault | must hold | figures | held |
|---|---|---|---|
${rows.join('\n')}
`;
}

export function writeReport(lines: readonly Line[], minutes: number | null): void {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, reportOf(lines, minutes, existsSync(file) ? readFileSync(file, 'utf8') : ''));
}
