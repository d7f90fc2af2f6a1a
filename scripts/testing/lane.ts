/**
 * The extent of a test run: `quick` is for between two edits (checks, unit tests, the integration tests of what changed), `full` is the
 * pipeline's, `nightly` adds the slow ones (properties at their full length, every view of a screen, every fault of `npm run chaos`).
 */
export const testLanes = ['quick', 'full', 'nightly'] as const;
export type TestLane = (typeof testLanes)[number];

/** Names the lane to the processes that run the tests. */
export const laneVariable = 'SCRIPTLINE_TEST_LANE';

/** True where this process tests at full length. */
export function isNightly(): boolean {
  return process.env[laneVariable] === 'nightly';
}
