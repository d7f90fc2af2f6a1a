/**
 * Runs `work` for a key at once, then at most once per `everyMs` while calls keep coming, and never twice at the same time for one key.
 * A call during a run is not lost: one more run follows.
 */
export function coalesce(
  work: (key: readonly string[]) => Promise<unknown>,
  everyMs: number,
): (key: readonly string[]) => void {
  const busy = new Map<string, { again: boolean }>();

  async function run(name: string, key: readonly string[]): Promise<void> {
    const state = { again: false };
    busy.set(name, state);
    await Promise.allSettled([work(key), new Promise((resolve) => setTimeout(resolve, everyMs))]);
    busy.delete(name);
    if (state.again) void run(name, key);
  }

  return (key) => {
    const name = JSON.stringify(key);
    const state = busy.get(name);
    if (state) state.again = true;
    else void run(name, key);
  };
}
