import { setTimeout as wait } from 'node:timers/promises';
import { neverWaitForOutput } from '#lib/observability/output';

/**
 * Runs `begin` and stays until Ctrl-C, SIGTERM or a closed terminal, at any moment also while it is still beginning; then takes down what is on
 * the stack and ends. A terminal sends its signal to us and to npm, which passes it on: only the first one counts.
 */
export async function untilStopped(begin: (stack: AsyncDisposableStack) => Promise<void>): Promise<void> {
  // Nobody may be listening any more, and there is still everything to keep running and to take down.
  neverWaitForOutput();
  await using stack = new AsyncDisposableStack();
  const stopped = new Promise<'told'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('told'));
    // Our parent process is gone, and with it everybody who could stop us.
    process.on('disconnect', () => resolve('told'));
    if (process.send && !process.connected) resolve('told');
  });
  const began = begin(stack);
  // A failure after the signal is only an echo of what was taken away.
  began.catch(() => undefined);
  const first = await Promise.race([stopped, began]);
  if (first !== 'told') await stopped;
  console.log('Stopping …');
  await stack.disposeAsync();
  // A task that was still beginning finds the stack gone, and stops its own process.
  await Promise.race([began.catch(() => undefined), wait(5_000)]);
}
