import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { loadedEvent } from '../invented-load.ts';
import { outcome } from '../outcome.ts';
import { keepAliveAgent, postForChaos, signedNow } from '../post.ts';
import { settled } from '../settled.ts';

type Body = Parameters<typeof JSON.stringify>[0];
type Receipt = { readonly accepted: number; readonly duplicates: number; readonly quarantined: number };

/** Sends one body, signed anew each time, so many times at once. */
async function send(instance: ChaosInstance, times: number, body: Body): Promise<readonly Receipt[]> {
  const { sender, id } = loadedEvent('repeats', 1);
  const raw = JSON.stringify(body);
  const agent = keepAliveAgent(times);
  const answers = await Promise.all(
    Array.from({ length: times }, () => postForChaos(instance.address, sender, raw, signedNow(sender, raw, id), agent)),
  );
  agent.destroy();
  return answers.map((answer) => JSON.parse(answer.body));
}

const total = (receipts: readonly Receipt[], word: keyof Receipt) => receipts.reduce((sum, one) => sum + one[word], 0);

export const repeats: Fault = {
  key: 'repeats',
  fault: () => 'same event 3 × at once, 50 × in a burst, again after its processing',
  must: 'one row, one effect; duplicates counted',
  run: async (instance) => {
    await instance.empty();
    const { body } = loadedEvent('repeats', 1);
    const receipts = [...(await send(instance, 3, body)), ...(await send(instance, 50, body))];
    await settled(instance);
    receipts.push(...(await send(instance, 1, body)));
    const rows = await instance.everyone().rows<{ duplicates: number }>('select duplicates from "LedgerEvent"');
    const effects = await instance.everyone().rows('select 1 from "Dispense"');
    const counted = rows[0]?.duplicates ?? 0;
    return outcome(
      [`${rows.length} row`, rows.length === 1],
      [`${effects.length} effect`, effects.length === 1],
      [`${counted} duplicates counted of ${receipts.length - 1}`, counted === receipts.length - 1],
      [`answered: ${total(receipts, 'accepted')} accepted`, total(receipts, 'accepted') === 1],
    );
  },
};

export const conflict: Fault = {
  key: 'conflict',
  fault: () => 'same id, other body',
  must: 'first kept, second quarantined as a conflict, visible',
  run: async (instance) => {
    await instance.empty();
    const { body } = loadedEvent('repeats', 1);
    await send(instance, 1, body);
    const other = await send(instance, 5, { ...body, data: { dispensedQuantity: 99 } });
    await settled(instance);
    const statuses = await instance
      .everyone()
      .rows<{ status: string }>('select status from "LedgerEvent" order by seq');
    const letters = await instance
      .everyone()
      .rows(`select 1 from "DeadLetter" where cause = 'conflict' and state = 'open'`);
    const answers = statuses.map(({ status }) => status).join(', ');
    return outcome(
      [answers, answers === 'processed, quarantined'],
      [`${letters.length} open dead letter`, letters.length === 1],
      [
        `${total(other, 'quarantined')} quarantined and ${total(other, 'duplicates')} duplicates answered`,
        total(other, 'quarantined') === 1,
      ],
    );
  },
};
