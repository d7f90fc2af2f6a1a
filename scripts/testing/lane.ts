/**
 * The part of the tests that a run does: `quick` is for between two edits (checks, unit tests, the integration tests of what changed, without those that start
 * instances), `full` is what the
 * pipeline runs, `nightly` adds what takes long (properties at their full length, every view of a screen, every fault of `npm run chaos`).
 */
export const testLanes = ['quick', 'full', 'nightly'] as const;
export type TestLane = (typeof testLanes)[number];

/** Names the lane to the processes that run the tests. */
export const laneVariable = 'SCRIPTLINE_TEST_LANE';

/** The lane of this process: a single tool that is started by hand tests as in `full`. */
export function laneOfProcess(): TestLane {
  return testLanes.find((lane) => lane === process.env[laneVariable]) ?? 'full';
}

/** The length of a property's test, lane by lane. */
export function byLane(lengths: Readonly<Record<TestLane, number>>): number {
  return lengths[laneOfProcess()];
}

/** True when this process tests at full length. */
export function isNightly(): boolean {
  return laneOfProcess() === 'nightly';
}
