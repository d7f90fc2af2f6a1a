import type { Fault } from '../fault.ts';
import { outcome } from '../outcome.ts';
import { acknowledged, sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { kills: 25, events: 12_000 }, short: { kills: 1, events: 400 } };

export const webKilled: Fault = {
  key: 'web-killed',
  fault: (size) =>
    `web process kill -9 × ${sizes[size].kills} under load of ${sizes[size].events} events, a sender that retries`,
  must: 'lost 0, double effects 0',
  run: async (instance, size) => {
    const { kills, events } = sizes[size];
    await instance.empty();
    const sending = sendAll(instance.address, 'web', events);
    for (let kill = 1; kill <= kills; kill++) {
      await acknowledged(sending, Math.floor((kill * events) / (kills + 1)));
      await instance.web.end('SIGKILL');
      instance.web = await instance.startWeb();
    }
    await sending.done;
    const { sent } = sending;
    const found = await account(instance, 'web', events, sent.acknowledged);
    return outcome(
      ...lostAndDoubled(found),
      [`${sent.acknowledged.size} of ${events} answered 202`, sent.acknowledged.size === events],
      [`${sent.cutOff} tries cut off`, sent.cutOff > 0],
    );
  },
};
