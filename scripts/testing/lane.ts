/**
 * How much of the tests a run does: `quick` is for between two edits (checks, unit tests, the integration tests of what changed), `full` is what the
 * pipeline runs, `nightly` adds what takes long (properties at their full length, every look at a screen, every fault of `npm run chaos`).
 */
export const testLanes = ['quick', 'full', 'nightly'] as const;
export type TestLane = (typeof testLanes)[number];

/** Names the lane to the processes that run the tests. */
export const laneVariable = 'SCRIPTLINE_TEST_LANE';

/** Whether this process tests at full length. */
export function isNightly(): boolean {
  return process.env[laneVariable] === 'nightly';
}
