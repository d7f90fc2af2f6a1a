import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Fault } from '../fault.ts';
import { inTime } from '../in-time.ts';
import { outcome, seconds } from '../outcome.ts';
import { watchReady } from '../ready-watch.ts';
import { acknowledged, sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { heldMs: 40_000, events: 1_200 }, short: { heldMs: 12_000, events: 300 } };
const perSecond = 20;
const mostMs = 10_000;

export const ledgerLocked: Fault = {
  key: 'ledger-locked',
  fault: (size) => `another session locks the ledger for ${seconds(sizes[size].heldMs)} under load`,
  must: 'lost 0; every request answered ≤ 10 s, 202 or 503; the readiness says so; 202 again once it is free',
  run: async (instance, size) => {
    const { heldMs, events } = sizes[size];
    await instance.empty();
    const other = new pg.Client({ connectionString: instance.databaseUrl });
    other.on('error', () => undefined);
    await other.connect();
    const ready = watchReady(instance.address);
    try {
      const sending = sendAll(instance.address, 'locked', events, perSecond);
      const { sent } = sending;
      await acknowledged(sending, events / 4);
      await other.query('begin; lock table "LedgerEvent" in access exclusive mode');
      ready.begin();
      await wait(heldMs);
      await other.query('rollback');
      const free = performance.now();
      const before = sent.acknowledged.size;
      while (sent.acknowledged.size === before && performance.now() - free < 10 * mostMs) await wait(5);
      const again = performance.now() - free;
      const saidNo = ready.saidNo();
      await sending.done;
      await ready.yes();
      const found = await account(instance, 'locked', events, sent.acknowledged);
      const slowest = Math.max(...sent.answerMs);
      const refused = sent.statuses.get(503) ?? 0;
      const others = [...sent.statuses.keys()].filter((status) => status !== 202 && status !== 503);
      return outcome(
        ...lostAndDoubled(found),
        [
          `every request answered, after ${seconds(slowest)} at most`,
          sent.cutOff === 0 && inTime(size, slowest, mostMs),
        ],
        [`${refused} answers of 503`, refused > 0],
        [`${sent.withoutRetryAfter} without Retry-After`, sent.withoutRetryAfter === 0],
        [`${others.length} other answers`, others.length === 0],
        [saidNo ? 'the readiness said so' : 'the readiness said nothing', saidNo],
        [`taken again ${seconds(again)} after it was free`, inTime(size, again, mostMs)],
        [`${found.attempts} attempts charged`, found.attempts === 0],
      );
    } finally {
      await ready.stop();
      await other.end();
    }
  },
};
