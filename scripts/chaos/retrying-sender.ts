import { setTimeout as wait } from 'node:timers/promises';
import { type Loaded, loadedEvent } from './invented-load.ts';
import { type ChaosAnswer, keepAliveAgent, postForChaos, signedNow } from './post.ts';

const crowd = 24;
const pauseMs = 100;
const mostTries = 600;

/** The answers that a load of events got on its way in. */
export type Sent = {
  /** Ids answered 202. */
  readonly acknowledged: Set<string>;
  readonly statuses: Map<number, number>;
  /** Answers of 503 that did not say when to come back. */
  withoutRetryAfter: number;
  cutOff: number;
  /** Bodies of what was not 202, for who looks for patients in them. */
  readonly refusals: Set<string>;
  readonly answerMs: number[];
};

export type Sending = { readonly sent: Sent; readonly done: Promise<void> };

function note(sent: Sent, { status, retryAfter, body, ms }: ChaosAnswer): void {
  sent.statuses.set(status, (sent.statuses.get(status) ?? 0) + 1);
  sent.answerMs.push(ms);
  if (status === 503 && !/^[1-9]\d*$/.test(retryAfter ?? '')) sent.withoutRetryAfter += 1;
  if (status !== 202 && sent.refusals.size < 1_000) sent.refusals.add(body);
}

/** A sender of `count` events that tries each until it is answered 202: connections cut and answers of 503 make it try again. */
export function sendAll(address: string, run: string, count: number, perSecond = Number.POSITIVE_INFINITY): Sending {
  const none = { acknowledged: new Set<string>(), statuses: new Map(), withoutRetryAfter: 0, cutOff: 0 };
  const sent: Sent = { ...none, refusals: new Set(), answerMs: [] };
  const agent = keepAliveAgent(crowd);
  const began = performance.now();
  let next = 0;
  const deliver = async ({ id, sender, body }: Loaded) => {
    const raw = JSON.stringify(body);
    for (let tries = 0; tries < mostTries; tries++) {
      try {
        const answer = await postForChaos(address, sender, raw, signedNow(sender, raw, id), agent);
        note(sent, answer);
        if (answer.status === 202) {
          sent.acknowledged.add(id);
          return;
        }
      } catch {
        sent.cutOff += 1;
      }
      await wait(pauseMs);
    }
    throw new Error(`${id} was not taken in ${mostTries} tries`);
  };
  const one = async () => {
    while (next < count) {
      const n = next++;
      const due = began + (n / perSecond) * 1000 - performance.now();
      if (due > 1) await wait(due);
      await deliver(loadedEvent(run, n));
    }
  };
  const done = Promise.all(Array.from({ length: crowd }, one)).then(() => agent.destroy());
  return { sent, done };
}

/** Waits until so many are acknowledged, or all are. */
export async function acknowledged({ sent, done }: Sending, count: number): Promise<void> {
  let over = false;
  void done.finally(() => {
    over = true;
  });
  while (!over && sent.acknowledged.size < count) await wait(5);
}
