import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 100;
const patienceMs = 10_000;

/** The answers of the readiness over repeated requests. */
export type ReadyWatch = {
  /** Forgets what was said until now. */
  begin(): void;
  /** True where it has answered no since then. */
  saidNo(): boolean;
  /** The longest that it took to answer since then, in milliseconds. */
  longest(): number;
  /** Resolves when it says yes. */
  yes(): Promise<void>;
  stop(): Promise<void>;
};

async function ask(address: string): Promise<number> {
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await fetch(`${address}/api/health/ready`, { signal }).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status ?? 0;
}

export function watchReady(address: string): ReadyWatch {
  let stopped = false;
  let no = false;
  let longest = 0;
  const asking = (async () => {
    while (!stopped) {
      const began = performance.now();
      if ((await ask(address)) === 503) no = true;
      longest = Math.max(longest, performance.now() - began);
      await wait(everyMs);
    }
  })();
  return {
    begin: () => {
      no = false;
      longest = 0;
    },
    saidNo: () => no,
    longest: () => longest,
    yes: async () => {
      while ((await ask(address)) !== 200) await wait(everyMs);
    },
    stop: async () => {
      stopped = true;
      await asking;
    },
  };
}
