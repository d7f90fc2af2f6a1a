import { expect, test } from 'vitest';
import { startOnStack } from './start-on-stack.ts';

test('what was started is stopped with the stack', async () => {
  const stack = new AsyncDisposableStack();
  const stopped: string[] = [];
  expect(
    await startOnStack(
      stack,
      () => 'it',
      async (it) => void stopped.push(it),
    ),
  ).toBe('it');
  expect(stopped).toEqual([]);
  await stack.disposeAsync();
  expect(stopped).toEqual(['it']);
});

test('what was still starting when the stack was taken down is stopped at once', async () => {
  const stack = new AsyncDisposableStack();
  const stopped: string[] = [];
  let finish = (_name: string) => {};
  const starting = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const held = startOnStack(
    stack,
    () => starting,
    async (it) => void stopped.push(it),
  );
  await stack.disposeAsync();
  finish('late');
  await expect(held).rejects.toThrow('Stopped before it was ready.');
  expect(stopped).toEqual(['late']);
});

test('nothing is started any more once the stack is down', async () => {
  const stack = new AsyncDisposableStack();
  await stack.disposeAsync();
  let started = false;
  const start = () => {
    started = true;
  };
  await expect(startOnStack(stack, start, async () => {})).rejects.toThrow('Stopped before it was ready.');
  expect(started).toBe(false);
});
