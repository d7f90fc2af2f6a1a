import { useNow } from 'next-intl';
import { useSyncExternalStore } from 'react';

/** One ticking clock for every relative time on a page; the server's own moment until the page has come alive. */
function ticking(everyMs: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = Date.now();
        for (const each of listeners) each();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    read(): number {
      if (timer === undefined) now = Date.now();
      return now;
    },
  };
}

const calm = ticking(10_000);
const quick = ticking(1_000);

/** Now in milliseconds, moved on every ten seconds, or every second where seconds are shown. */
export function useClock(pace: 'calm' | 'quick' = 'calm'): number {
  const served = useNow().getTime();
  const clock = pace === 'calm' ? calm : quick;
  return useSyncExternalStore(clock.subscribe, clock.read, () => served);
}
