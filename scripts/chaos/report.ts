import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Outcome } from './outcome.ts';

export type Line = Outcome & { readonly fault: string; readonly must: string };

const file = new URL('../../docs/reliability.md', import.meta.url);

/** What it ran on, without a name that would tell whose machine it is. */
function machine(): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, embedded PostgreSQL 18`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function reportOf(lines: readonly Line[], minutes: number): string {
  const rows = lines.map(
    ({ fault, must, figures, held }) => `| ${[fault, must, figures, held ? 'yes' : '**no**'].map(cell).join(' | ')} |`,
  );
  return `# What survives

Written by \`npm run chaos -- --write\`: what it printed, as it was. Each row runs against a real instance of its own (PostgreSQL with its
data written through to the disk, web and worker as processes of their own, HTTP over loopback), and all of them together take ${minutes.toFixed(0)} minutes.
A short form of each runs in \`npm test\`.

"Lost" is answered 202 and not in the ledger, or in the ledger and never processed, ignored, quarantined or dead. "Double" is an event kept twice,
a dispense there twice, or a quantity counted twice.

Run on ${machine()}, ${new Date().toISOString().slice(0, 10)}.

| fault | must hold | figures | held |
|---|---|---|---|
${rows.join('\n')}
`;
}

export function writeReport(lines: readonly Line[], minutes: number): void {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, reportOf(lines, minutes));
}
