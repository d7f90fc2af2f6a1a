import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { inTime } from '../in-time.ts';
import { outcome, seconds } from '../outcome.ts';
import { acknowledged, sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { restarts: 5, events: 6_000 }, short: { restarts: 1, events: 600 } };
const mostMs = 2_000;

export const databaseRestarted: Fault = {
  key: 'database-restarted',
  fault: (size) =>
    `PostgreSQL immediate restart × ${sizes[size].restarts} under load of ${sizes[size].events} events, half a second away each time`,
  must: 'lost 0; serving again ≤ 2 s after it is back; meanwhile 503 + Retry-After',
  run: async (instance, size) => {
    const { restarts, events } = sizes[size];
    await instance.empty();
    const sending = sendAll(instance.address, 'database', events);
    const { sent } = sending;
    let longest = 0;
    for (let restart = 1; restart <= restarts; restart++) {
      await acknowledged(sending, Math.floor((restart * events) / (restarts + 1)));
      await instance.restartDatabase(500);
      const back = performance.now();
      const before = sent.acknowledged.size;
      while (sent.acknowledged.size === before && performance.now() - back < 10 * mostMs) await wait(5);
      longest = Math.max(longest, performance.now() - back);
    }
    await sending.done;
    const found = await account(instance, 'database', events, sent.acknowledged);
    const refused = sent.statuses.get(503) ?? 0;
    const other = [...sent.statuses.keys()].filter((status) => status !== 202 && status !== 503);
    return outcome(
      ...lostAndDoubled(found),
      [`serving again after ${seconds(longest)} at most`, inTime(size, longest, mostMs)],
      [`${refused} answers of 503`, refused > 0],
      [`${sent.withoutRetryAfter} without Retry-After`, sent.withoutRetryAfter === 0],
      [`${other.length} other answers`, other.length === 0],
      [`${found.attempts} attempts charged`, found.attempts === 0],
    );
  },
};
