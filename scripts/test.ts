import { CannotStart } from '#scripts/launcher/cannot-start';
import { askedRun } from '#scripts/testing/asked-run';
import { type Count, nothing, sum, type Took, verdict } from '#scripts/testing/count';
import { stages, stagesOf } from '#scripts/testing/stages';
import { timeSpent } from '#scripts/testing/time-spent';

// npm test [-- [--lane quick|full|nightly] [check|unit|integration|e2e|chaos [files]]]
const { lane, stage: chosen, files } = readArguments();
const names = chosen === undefined ? stagesOf[lane] : [chosen];
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopped = true));

const counts: Count[] = [];
const times: Took[] = [];
for (const name of names) {
  if (stopped) break;
  console.log(`\n── ${name}`);
  const began = performance.now();
  counts.push(await run(name));
  times.push({ file: name, seconds: (performance.now() - began) / 1000 });
}

const all = sum(counts);
const { lines, code } = verdict(all);
console.log(`\n${timeSpent(times, all.times).join('\n')}`);
console.log(`\n${lines.join('\n')}`);
process.exit(stopped ? 130 : code);

/** A stage that cannot even begin has failed once; the others still run. */
async function run(name: string): Promise<Count> {
  const stage = stages[name];
  try {
    if (stage === undefined)
      throw new CannotStart(`There is no stage ${name}: choose from ${Object.keys(stages).join(', ')}.`);
    return await stage(files, lane);
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error);
    return { ...nothing, failed: 1, failures: [`${name}: it could not begin`] };
  }
}

function readArguments() {
  try {
    return askedRun(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
