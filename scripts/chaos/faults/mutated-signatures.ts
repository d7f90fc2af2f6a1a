import { demoSources } from '#prisma/demo';
import type { Fault } from '../fault.ts';
import { loadedEvent } from '../invented-load.ts';
import { mutatedDelivery } from '../mutated-delivery.ts';
import { outcome } from '../outcome.ts';
import { keepAliveAgent, postForChaos } from '../post.ts';

const counts = { full: 20_000, short: 600 };
const crowd = 24;

export const mutatedSignatures: Fault = {
  key: 'signatures',
  fault: (size) => `${counts[size]} mutated requests over HTTP, all senders (100,000 more in the unit tests)`,
  must: '0 false accepts, 0 answers of 5xx',
  run: async (instance, size) => {
    await instance.empty();
    const agent = keepAliveAgent(crowd);
    const statuses = new Map<number, number>();
    let next = 0;
    const hand = async () => {
      while (next < counts[size]) {
        const n = next++;
        const sender = demoSources[n % demoSources.length];
        if (!sender) continue;
        const { id, body } = loadedEvent('mutated', n);
        const { raw, headers } = mutatedDelivery(sender, JSON.stringify(body), id);
        const { status } = await postForChaos(instance.address, sender, raw, headers, agent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: crowd }, hand));
    agent.destroy();
    const rows = await instance.everyone().rows('select 1 from "LedgerEvent"');
    const refused = statuses.get(401) ?? 0;
    const failures = [...statuses].filter(([status]) => status >= 500).reduce((sum, [, n]) => sum + n, 0);
    return outcome(
      [`${refused} answers of 401`, refused === counts[size]],
      [`${rows.length} false accepts`, rows.length === 0 && !statuses.has(202)],
      [`${failures} answers of 5xx`, failures === 0],
    );
  },
};
