import type { Fault } from './fault.ts';

/**
 * Rows of the table whose short form only a nightly run tries, and the tests that hold the same guarantee in every run, without processes of their
 * own. What is not here is tried in every run.
 */
export const heldElsewhere: Readonly<Record<string, string>> = {
  'silent-connection': 'lib/ingest/silent-database.int.test.ts',
  'ledger-locked': 'lib/ingest/silent-database.int.test.ts',
  'worker-stopped': 'lib/processing/overview/held-locks.int.test.ts',
  retries: 'lib/processing/overview/retries.int.test.ts',
  'failed-twice': 'lib/processing/replays/replay-run.int.test.ts',
  'replay-killed': 'e2e/replay.spec.ts',
  'replay-live': 'lib/processing/replays/replay-turns.int.test.ts',
  'slow-sockets': 'scripts/serving/serving.test.ts',
  'hostile-json': 'lib/ingest/unusable.int.test.ts',
  clock: 'lib/ingest/now.int.test.ts',
  watched: 'lib/processing/flow/watch-flow.int.test.ts',
  purged: 'lib/processing/retention/retention.int.test.ts',
  mailed: 'lib/processing/mail/outbox.int.test.ts',
  'log-disk': 'lib/observability/output.test.ts',
};

export const isHeldElsewhere = ({ key }: Fault): boolean => Object.hasOwn(heldElsewhere, key);
