import { CannotStart } from './cannot-start.ts';

/** Starts something and puts it on the stack. If a stop comes while it is still starting, it must not be left running: then it is stopped at once. */
export async function startOnStack<T>(
  stack: AsyncDisposableStack,
  start: () => Promise<T> | T,
  stop: (started: T) => Promise<void>,
): Promise<T> {
  stopIfDisposed(stack);
  const started = await start();
  if (stack.disposed) await stop(started);
  stopIfDisposed(stack);
  return stack.adopt(started, stop);
}

/** @throws when the stack has been taken down meanwhile: there is no point in going on */
export function stopIfDisposed(stack: AsyncDisposableStack): void {
  if (stack.disposed) throw new CannotStart('Stopped before it was ready.');
}
