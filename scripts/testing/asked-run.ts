import { CannotStart } from '#scripts/launcher/cannot-start';
import { type TestLane, testLanes } from './lane.ts';

export type AskedRun = {
  readonly lane: TestLane;
  readonly stage: string | undefined;
  readonly files: readonly string[];
};

/** Reads `npm test -- [--lane quick|full|nightly] [stage [files]]`. @throws CannotStart */
export function askedRun(words: readonly string[]): AskedRun {
  const rest = [...words];
  const at = rest.findIndex((word) => word === '--lane' || word.startsWith('--lane='));
  const [flag, next] = at < 0 ? [] : rest.splice(at, rest[at] === '--lane' ? 2 : 1);
  const named = flag === undefined ? 'full' : (next ?? flag.slice('--lane='.length));
  const lane = testLanes.find((one) => one === named);
  if (lane === undefined) throw new CannotStart(`There is no lane ${named}: choose from ${testLanes.join(', ')}.`);
  const [stage, ...files] = rest;
  return { lane, stage, files };
}
