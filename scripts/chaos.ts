import type { Fault, Size } from '#scripts/chaos/fault';
import { faults } from '#scripts/chaos/faults/all';
import { type ChaosInstance, startChaosInstance } from '#scripts/chaos/instance';
import { type Line, writeReport } from '#scripts/chaos/report';
import { buildWhenStale } from '#scripts/launcher/build';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { generateClient } from '#scripts/launcher/generate';

// npm run chaos -- [--write] [--short] [sections]
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const size: Size = flags.includes('--short') ? 'short' : 'full';

function chosen(): readonly Fault[] {
  const unknown = names.find((key) => !faults.some((fault) => fault.key === key));
  if (unknown !== undefined)
    throw new CannotStart(`There is no section ${unknown}: choose from ${faults.map(({ key }) => key).join(', ')}.`);
  return names.length === 0 ? faults : faults.filter(({ key }) => names.includes(key));
}

async function tryOne(instance: ChaosInstance, { fault, must, run }: Fault): Promise<Line> {
  const began = performance.now();
  const { held, figures } = await run(instance, size).catch((error: unknown) => ({
    held: false,
    figures: `broke off: ${error instanceof Error ? error.message : String(error)}`,
  }));
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${held ? 'held    ' : 'NOT HELD'}  ${fault(size)} — ${figures} (${took} s)`);
  return { fault: fault(size), must, held, figures };
}

async function runAll(stack: AsyncDisposableStack): Promise<void> {
  const sections = chosen();
  await generateClient();
  await buildWhenStale((child) => stack.defer(() => void child.kill()));
  const began = performance.now();
  const instance = stack.adopt(await startChaosInstance(), (started) => started.stop());
  const lines: Line[] = [];
  for (const section of sections) lines.push(await tryOne(instance, section));
  const minutes = (performance.now() - began) / 60_000;
  const failed = lines.filter(({ held }) => !held).length;
  console.log(`\n${lines.length - failed} held, ${failed} not held, in ${minutes.toFixed(1)} minutes`);
  if (flags.includes('--write')) writeReport(lines, names.length === 0 ? minutes : null);
  process.exitCode = failed > 0 ? 1 : 0;
}

await command(async () => {
  await using stack = new AsyncDisposableStack();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  await Promise.race([runAll(stack), stopped.then(() => Promise.reject(new CannotStart('Stopped before the end.')))]);
});
process.exit();
