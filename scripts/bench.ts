import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { batch } from '#scripts/bench/batch';
import type { Bench } from '#scripts/bench/bench';
import { devLoop } from '#scripts/bench/dev-loop';
import type { BenchFigure } from '#scripts/bench/figure';
import { ingest } from '#scripts/bench/ingest';
import { live } from '#scripts/bench/live';
import { machine } from '#scripts/bench/machine';
import { memory } from '#scripts/bench/memory';
import { page } from '#scripts/bench/page';
import { processing } from '#scripts/bench/processing';
import { reading } from '#scripts/bench/reading';
import { rebuilding } from '#scripts/bench/rebuilding';
import { replaying } from '#scripts/bench/replaying';
import { type Kept, markdown, type Report, table } from '#scripts/bench/report';
import { benchServer } from '#scripts/bench/server';
import { starting } from '#scripts/bench/starting';
import { tracing } from '#scripts/bench/tracing';
import { buildWhenStale } from '#scripts/launcher/build';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { generateClient } from '#scripts/launcher/generate';

// Measures an instance of its own, side by side with what its figures are read against. Nothing of a running instance is touched.
const sections: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  ...{ ingest, batch, processing, replay: replaying, live, reading, tracing },
  ...{ rebuild: rebuilding, memory, page, start: starting, dev: devLoop },
};
const usage = `npm run bench -- [${Object.keys(sections).join('] [')}] [--rounds 5] [--events 1000000] [--write]`;
const reportFile = path.resolve(import.meta.dirname, '../docs/benchmarks.json');
const read = path.resolve(import.meta.dirname, '../docs/benchmarks.md');
let stopping: Promise<void> | undefined;

await command(async () => {
  const { chosen, rounds, events, write } = asked();
  await generateClient();
  await buildWhenStale();
  const figures: Kept[] = [];
  const found = (figure: BenchFigure) => {
    const [load = 0] = loadavg();
    figures.push({ ...figure, at: new Date().toISOString(), commit: commit(), load });
  };
  await using stack = new AsyncDisposableStack();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= stack.disposeAsync();
    });
  }
  const server = await benchServer(stack);
  for (const name of chosen) {
    if (stopping) return;
    console.log(`${name} …`);
    const say = (line: string) => console.log(`  ${line}`);
    try {
      await sections[name]?.({ server, rounds, events, say, found });
    } catch (error) {
      if (stopping) return;
      // The other parts' results are not lost for it.
      console.error(error);
      process.exitCode = 1;
    }
  }
  console.log(`\n${table(figures)}\n`);
  const report: Report = {
    ...{ command: 'npm run bench --', machine: machine(server.version), figures: merged(figures) },
  };
  if (!write) return console.log('Add --write to keep these figures in docs/benchmarks.md.');
  mkdirSync(path.dirname(reportFile), { recursive: true });
  writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(read, markdown(report));
  console.log(`Written to ${path.relative(process.cwd(), read)}.`);
});
// A resource removed under a running part makes it fail at once; the folder must be gone before we are.
await stopping;
process.exit();

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, events: { type: 'string' }, write: { type: 'boolean' } },
  });
  const number = (given: string | undefined, otherwise: number) => {
    const value = given === undefined ? otherwise : Number(given);
    if (Number.isInteger(value) && value > 0) return value;
    throw new CannotStart(`${given} is no number of anything.\nUsage: ${usage}`);
  };
  const unknown = positionals.filter((name) => !Object.hasOwn(sections, name));
  if (unknown.length > 0) throw new CannotStart(`There is no section ${unknown.join(', ')}.\nUsage: ${usage}`);
  const [rounds, events] = [number(values.rounds, 5), number(values.events, 1_000_000)];
  const chosen = Object.keys(sections).filter((name) => positionals.length === 0 || positionals.includes(name));
  return { chosen, rounds, events, write: values.write ?? false };
}

/** Sections that did not run this time keep the figures of the last time. */
function merged(figures: readonly Kept[]): readonly Kept[] {
  const before: Report | undefined = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  const fresh = new Set(figures.map(({ section }) => section));
  const all = [...(before?.figures ?? []).filter(({ section }) => !fresh.has(section)), ...figures];
  const order = Object.keys(sections);
  return all.toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
