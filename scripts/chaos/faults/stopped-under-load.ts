import type { Fault } from '../fault.ts';
import { inTime } from '../in-time.ts';
import { outcome, seconds } from '../outcome.ts';
import { acknowledged, sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { stops: 20, events: 10_000 }, short: { stops: 1, events: 300 } };
const mostMs = 10_000;

export const stoppedUnderLoad: Fault = {
  key: 'stopped',
  fault: (size) => `SIGTERM of web and worker × ${sizes[size].stops} under load of ${sizes[size].events} events`,
  must: '0 lost, 0 extra attempts, exit ≤ 10 s',
  run: async (instance, size) => {
    const { stops, events } = sizes[size];
    await instance.empty();
    const sending = sendAll(instance.address, 'stopped', events);
    let longest = 0;
    let unclean = 0;
    for (let stop = 1; stop <= stops; stop++) {
      await acknowledged(sending, Math.floor((stop * events) / (stops + 1)));
      const ends = await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
      longest = Math.max(longest, ...ends.map(({ ms }) => ms));
      unclean += ends.filter(({ code }) => code !== 0).length;
      [instance.web, instance.worker] = await Promise.all([instance.startWeb(), instance.startWorker()]);
    }
    await sending.done;
    const { sent } = sending;
    const found = await account(instance, 'stopped', events, sent.acknowledged);
    const other = [...sent.statuses.keys()].filter((status) => status !== 202 && status !== 503);
    return outcome(
      ...lostAndDoubled(found),
      [`${found.attempts} extra attempts`, found.attempts === 0],
      [`exit after ${seconds(longest)} at most`, inTime(size, longest, mostMs)],
      [`${unclean} exits other than 0`, unclean === 0],
      [`${other.length} other answers`, other.length === 0],
    );
  },
};
