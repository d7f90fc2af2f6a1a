import { setTimeout as wait } from 'node:timers/promises';
import { type SimulatedDelivery, signed } from './delivery.ts';

export type Answer = {
  readonly status: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Of the try that was answered. */
  readonly milliseconds: number;
  readonly retries: number;
};

/** The number of a source's retries, and its longest wait when an answer asks it to wait. */
export type Patience = { readonly tries: number; readonly pauseMs: number; readonly signal?: AbortSignal };

/**
 * Posts a delivery as its source would: one answered 503, or not at all, is sent again with the same bytes. @throws the last failure when
 * there was no answer in all tries, or when stopped
 */
export async function post(
  baseUrl: string,
  delivery: SimulatedDelivery,
  { tries, pauseMs, signal = new AbortController().signal }: Patience,
): Promise<Answer> {
  for (let retries = 0; ; retries += 1) {
    const last = retries + 1 >= tries;
    try {
      const began = performance.now();
      const answer = await fetch(`${baseUrl}/api/webhooks/${delivery.source}`, {
        method: 'POST',
        body: delivery.raw,
        headers: signed(delivery, new Date()),
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
      });
      const text = await answer.text();
      const milliseconds = performance.now() - began;
      if (answer.status !== 503 || last) return { status: answer.status, ...counts(text), milliseconds, retries };
    } catch (error) {
      if (last || signal.aborted) throw error;
    }
    await wait(pauseMs, undefined, { signal });
  }
}

function counts(text: string): Pick<Answer, 'accepted' | 'duplicates' | 'quarantined'> {
  try {
    const answer: unknown = JSON.parse(text);
    const number = (name: string) => Number(Reflect.get(Object(answer), name) ?? 0);
    return { accepted: number('accepted'), duplicates: number('duplicates'), quarantined: number('quarantined') };
  } catch {
    return { accepted: 0, duplicates: 0, quarantined: 0 };
  }
}
