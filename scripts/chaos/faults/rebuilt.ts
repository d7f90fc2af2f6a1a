import { rebuild } from '#lib/processing/replays/rebuild';
import { projected } from '#scripts/testing/stories/projected';
import type { Fault } from '../fault.ts';
import { outcome, seconds } from '../outcome.ts';
import { sendAll } from '../retrying-sender.ts';
import { settled } from '../settled.ts';

const events = { full: 6_000, short: 600 };

export const rebuilt: Fault = {
  key: 'rebuild',
  fault: (size) => `rebuild from the ledger, of ${events[size]} events, beside a running worker`,
  must: 'every projection row equal to the live one',
  run: async (instance, size) => {
    await instance.empty();
    await sendAll(instance.address, 'rebuilt', events[size]).done;
    await settled(instance);
    const live = await projected(instance.everyone(), 'demo');
    const began = performance.now();
    const found = await rebuild(instance.databaseUrl);
    const took = performance.now() - began;
    const again = await projected(instance.everyone(), 'demo');
    const liveRows = new Set(live);
    const different = again.filter((line) => !liveRows.has(line)).length + Math.abs(live.length - again.length);
    return outcome(
      [`${found.events} events in ${seconds(took)}`, found.events === events[size]],
      [`${different} of ${live.length} rows differ`, different === 0],
    );
  },
};
