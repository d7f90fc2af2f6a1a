import { hostname } from 'node:os';
import { disconnect } from '#lib/db/base/prisma';
import { log } from '#lib/observability/log';
import { neverWaitForOutput } from '#lib/observability/output';
import { startWatch } from '#lib/processing/flow/watch';
import { startDaily } from '#lib/processing/overview/hourly-round';
import { startOutbox } from '#lib/processing/overview/outbox-work';
import { startWork } from '#lib/processing/overview/work';
import { startReplays } from '#lib/processing/replays/replay-work';
import { startPurging } from '#lib/processing/retention/purge-work';
import { serveNoOpenDemo } from '#scripts/serving/closed-demo';

neverWaitForOutput();

/** The second process: the ledger's consumer, the sender of what is in the outbox, the runner of replays, and the rounds that go by the clock. Run as many as you like against one database. */
await serveNoOpenDemo();
const work = startWork(`${hostname()}:${process.pid}`);
const outbox = startOutbox();
const daily = startDaily();
const watch = startWatch();
const purging = startPurging();
const replays = startReplays();
log('info', 'worker.started');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all([work.stop(), outbox.stop(), daily.stop(), watch.stop(), purging.stop(), replays.stop()]);
  await disconnect();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// Started by the launcher: when that is gone, however it went, so are we.
process.on('disconnect', () => void stop());
process.send?.('ready');
