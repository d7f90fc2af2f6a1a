import { PgBoss } from 'pg-boss';
import { env } from '#lib/env';
import { poolFor } from './connection.ts';
import type { Working } from './jobs.ts';

const queue = 'expiry-sweep';
/** Every hour: each tenant's day begins at another one, and a round that finds nothing new costs one query. */
const cron = '7 * * * *';

/** Does the rounds that are due by the clock, one at a time over all workers, until stopped. Also once at the start, so that a night that was slept through is made up for. */
export async function workDaily(round: () => Promise<void>, failed: (error: unknown) => void): Promise<Working> {
  const boss = new PgBoss({
    ...poolFor(env().DATABASE_URL, 'jobs', 2),
    ...{ migrate: false, createSchema: false, reindex: false, monitorVacuum: false },
  });
  boss.on('error', failed);
  await boss.start();
  await boss.schedule(queue, cron);
  await boss.send(queue, {});
  await boss.work(queue, { pollingIntervalSeconds: 10 }, async () => round());
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
