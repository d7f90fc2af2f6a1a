import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart, reasonOf } from '#scripts/launcher/cannot-start';
import type { SimulatedDelivery } from './delivery.ts';
import { post } from './post.ts';
import { Tally } from './tally.ts';

export type Pace = { readonly rate: number; readonly seconds: number };

const mostUnanswered = 200;
const tickMs = 20;

/**
 * Sends at a steady rate until the time is over or somebody says stop, and waits for the answers that are due. What the receiver cannot keep is
 * sent again for a while; when it is behind, new events wait.
 * @throws CannotStart where the instance is not one that these senders are known to
 */
export async function keepSending(
  baseUrl: string,
  { rate, seconds }: Pace,
  next: () => SimulatedDelivery,
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<{ tally: Tally; seconds: number }> {
  const tally = new Tally();
  const unanswered = new Set<Promise<void>>();
  const refused = new AbortController();
  const over = AbortSignal.any([stop, refused.signal]);
  const sendOne = async (delivery: SimulatedDelivery) => {
    try {
      const answer = await post(baseUrl, delivery, { tries: 30, pauseMs: 1000, signal: refused.signal });
      tally.answered(answer);
      if (answer.status === 401 || answer.status === 404) refused.abort(`${delivery.source} answered ${answer.status}`);
    } catch (error) {
      tally.lost(reasonOf(error));
    }
  };

  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  let sent = 0;
  const lines = setInterval(() => say(tally.line(Math.round(elapsed()))), 1000);
  try {
    while (elapsed() < seconds && !over.aborted) {
      while (sent < elapsed() * rate && unanswered.size < mostUnanswered) {
        const sending = sendOne(next()).finally(() => unanswered.delete(sending));
        unanswered.add(sending);
        sent += 1;
      }
      await wait(tickMs);
    }
    const sentFor = elapsed();
    // Somebody who pressed Ctrl-C does not wait for a receiver that is away.
    const patience = stop.aborted ? 2_000 : 30_000;
    await Promise.race([Promise.all(unanswered), wait(patience, undefined, { ref: false })]);
    if (refused.signal.aborted) {
      throw new CannotStart(
        `${refused.signal.reason}: these events are for an instance in demo mode (SCRIPTLINE_DEMO=1), whose senders they are signed by.`,
      );
    }
    refused.abort('over');
    return { tally, seconds: sentFor };
  } finally {
    clearInterval(lines);
  }
}
