import { setTimeout as wait } from 'node:timers/promises';
import { silentRelay } from '#scripts/testing/silent-relay';
import type { Fault, Size } from '../fault.ts';
import { inTime } from '../in-time.ts';
import type { ChaosInstance } from '../instance.ts';
import { type Clause, outcome, seconds } from '../outcome.ts';
import { watchReady } from '../ready-watch.ts';
import { acknowledged, sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { silences: 3, events: 1_200 }, short: { silences: 1, events: 300 } };
const perSecond = 20;
const mostMs = 10_000;
const readyMs = 2_000;

/** Starts web and worker again with another way to the database. */
async function startOn(instance: ChaosInstance, databaseUrl: string): Promise<void> {
  await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
  const more = { DATABASE_URL: databaseUrl };
  [instance.web, instance.worker] = await Promise.all([instance.startWeb([], more), instance.startWorker([], more)]);
}

async function fallSilent(instance: ChaosInstance, size: Size): Promise<readonly Clause[]> {
  const { silences, events } = sizes[size];
  const relay = await silentRelay(instance.databaseUrl);
  await startOn(instance, relay.through(instance.databaseUrl));
  const ready = watchReady(instance.address);
  try {
    await ready.yes();
    const sending = sendAll(instance.address, 'silent', events, perSecond);
    const { sent } = sending;
    let longest = 0;
    let told = 0;
    let slowestReady = 0;
    for (let silence = 1; silence <= silences; silence++) {
      await acknowledged(sending, Math.floor((silence * events) / (silences + 2)));
      ready.begin();
      relay.fallSilent();
      const began = performance.now();
      // Data that was on its way already is no sign of life.
      await wait(500);
      const before = sent.acknowledged.size;
      while (sent.acknowledged.size === before && performance.now() - began < 10 * mostMs) await wait(5);
      longest = Math.max(longest, performance.now() - began);
      if (ready.saidNo()) told += 1;
      slowestReady = Math.max(slowestReady, ready.longest());
      await ready.yes();
    }
    await sending.done;
    const found = await account(instance, 'silent', events, sent.acknowledged);
    const other = [...sent.statuses.keys()].filter((status) => status !== 202 && status !== 503);
    const slowest = Math.max(...sent.answerMs);
    return [
      ...lostAndDoubled(found),
      [`every request answered, after ${seconds(slowest)} at most`, sent.cutOff === 0 && inTime(size, slowest, mostMs)],
      [`serving again after ${seconds(longest)} at most`, inTime(size, longest, mostMs)],
      [`the readiness said so ${told} times of ${silences}`, told === silences],
      [`and answered after ${seconds(slowestReady)} at most`, inTime(size, slowestReady, readyMs)],
      [`${sent.withoutRetryAfter} answers of 503 without Retry-After`, sent.withoutRetryAfter === 0],
      [`${other.length} other answers`, other.length === 0],
      [`${found.attempts} attempts charged`, found.attempts === 0],
    ];
  } finally {
    await ready.stop();
    await startOn(instance, instance.databaseUrl);
    await relay.close();
  }
}

export const silentConnection: Fault = {
  key: 'silent-connection',
  fault: (size) =>
    `every database connection falls silent, new ones work, × ${sizes[size].silences} under load of ${sizes[size].events} events`,
  must: 'lost 0; every request answered ≤ 10 s, 202 or 503; serving again ≤ 10 s; the readiness says so ≤ 2 s',
  run: async (instance, size) => {
    await instance.empty();
    return outcome(...(await fallSilent(instance, size)));
  },
};
