import { PrismaPg } from '@prisma/adapter-pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PrismaClient } from '#lib/db/generated/client';
import { freshDatabase, type TestDatabase } from '#scripts/testing/database';
import { type SilentRelay, silentRelay } from '#scripts/testing/silent-relay';
import { poolFor } from './connection.ts';
import { listen } from './listen.ts';

let database: TestDatabase;
let relay: SilentRelay;
const silentMs = 400;
beforeAll(async () => {
  database = await freshDatabase();
  relay = await silentRelay(database.url);
});
afterAll(async () => {
  await relay.close();
  await database.drop();
});

test('a transaction whose connection falls silent fails, and its connection is never handed out again', async () => {
  const adapter = new PrismaPg(poolFor(relay.through(database.url), 'ingest', 1, silentMs));
  const only = new PrismaClient({ adapter });
  const transaction = only.$transaction(async (tx) => {
    await tx.$queryRaw`select 1`;
    expect(relay.fallSilent()).toBe(1);
    await tx.$queryRaw`select 2`;
  });
  await expect(transaction).rejects.toThrow(/silent|ETIMEDOUT|closed/i);
  expect(await only.$queryRaw`select 3 as n`).toEqual([{ n: 3 }]);
  await only.$disconnect();
});

test('a single statement likewise, also where the pool has no other connection to give', async () => {
  const only = new PrismaClient({ adapter: new PrismaPg(poolFor(relay.through(database.url), 'ingest', 1, silentMs)) });
  await only.$queryRaw`select 1`;
  relay.fallSilent();
  await expect(only.$queryRaw`select 2`).rejects.toThrow(/silent/);
  expect(await only.$queryRaw`select 3 as n`).toEqual([{ n: 3 }]);
  await only.$disconnect();
});

test('the job queue comes back by itself after all its connections fell silent', async () => {
  const boss = new PgBoss({
    ...poolFor(relay.through(database.url), 'jobs', 2, silentMs),
    ...{ migrate: false, createSchema: false, supervise: false, schedule: false },
    ...{ useListenNotify: true, notifyHeartbeatIntervalMs: 100, notifyHeartbeatTimeoutMs: silentMs },
  });
  boss.on('error', () => undefined);
  await boss.start();
  const done = new Set<string>();
  const wanted = new Map<string, () => void>();
  await boss.work<{ name: string }>('outbox', { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) {
      done.add(data.name);
      wanted.get(data.name)?.();
    }
  });
  const worked = (name: string) =>
    new Promise<void>((resolve) => (done.has(name) ? resolve() : wanted.set(name, resolve)));
  await boss.send('outbox', { name: 'before' });
  await worked('before');
  expect(relay.fallSilent()).toBeGreaterThan(0);
  while ((await boss.send('outbox', { name: 'after' }).catch(() => null)) === null);
  await worked('after');
  await boss.stop({ graceful: false });
});

test('who listens hears of it and listens again after its connection fell silent', async () => {
  let lost = 0;
  let stand: () => void = () => undefined;
  const standing = () =>
    new Promise<void>((resolve) => {
      stand = resolve;
    });
  const first = standing();
  const ears = listen(
    relay.through(database.url),
    'somewhere',
    { heard: () => undefined, connected: () => stand(), lost: () => lost++ },
    silentMs,
  );
  await first;
  const again = standing();
  relay.fallSilent();
  await again;
  expect(lost).toBe(1);
  await ears.stop();
});
