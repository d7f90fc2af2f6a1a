import { readSamples, type Sample } from '#scripts/samples';
import { demoSender } from '#scripts/testing/signed-request';
import { projected } from '#scripts/testing/stories/projected';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome } from '../outcome.ts';
import { keepAliveAgent, postForChaos, signedNow } from '../post.ts';
import { settled } from '../settled.ts';

const orders = { full: 25, short: 2 };
const crowd = 8;
const keyOf = {
  osigu: 'demo-osigu',
  photon: 'demo-photon',
  'medication-service': 'demo-medication',
  standard: 'demo-standard',
};

/** Sends them from several hands at once, and waits until all are processed. */
async function play(instance: ChaosInstance, samples: readonly Sample[]): Promise<readonly string[]> {
  await instance.empty();
  const agent = keepAliveAgent(crowd);
  const queue = samples.values();
  const hand = async () => {
    for (const { format, body, name } of queue) {
      const sender = demoSender(keyOf[format]);
      const raw = JSON.stringify(body);
      await postForChaos(instance.address, sender, raw, signedNow(sender, raw, name), agent);
    }
  };
  await Promise.all(Array.from({ length: crowd }, hand));
  agent.destroy();
  await settled(instance);
  return projected(instance.everyone(), 'demo');
}

function shuffledWithRepeats(samples: readonly Sample[]): readonly Sample[] {
  const repeated = samples.filter(() => Math.random() < 0.2);
  return [...samples, ...repeated]
    .map((sample) => ({ sample, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ sample }) => sample);
}

export const disorder: Fault = {
  key: 'disorder',
  fault: (size) => `one history in ${orders[size]} random orders with random repeats over HTTP, from ${crowd} hands`,
  must: 'the same final state every time, every table compared',
  run: async (instance, size) => {
    const samples = readSamples().filter(({ own }) => !own);
    const inOrder = await play(instance, samples);
    let different = 0;
    for (let order = 0; order < orders[size]; order++) {
      const lines = await play(instance, shuffledWithRepeats(samples));
      if (lines.join('\n') !== inOrder.join('\n')) different += 1;
    }
    return outcome(
      [`${samples.length} events, ${inOrder.length} rows compared each time`, inOrder.length > samples.length],
      [`${different} orders ended otherwise`, different === 0],
    );
  },
};
