import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from './coalesce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first change is acted on at once', () => {
  const seen: string[] = [];
  coalesce(async ([key = '']) => seen.push(key), 500)(['events']);
  expect(seen).toEqual(['events']);
});

test('a hundred changes in a second make three refetches of a key, and the last change is covered', async () => {
  const runs: number[] = [];
  const changed = coalesce(async () => runs.push(Date.now()), 500);
  const start = Date.now();
  for (let i = 0; i < 100; i++) {
    changed(['events']);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs.map((at) => at - start)).toEqual([0, 500, 1000]);
});

test('keys do not wait for one another', () => {
  const seen: string[] = [];
  const changed = coalesce(async ([key = '']) => seen.push(key), 500);
  changed(['events']);
  changed(['prescriptions']);
  expect(seen).toEqual(['events', 'prescriptions']);
});

test('a refetch slower than the pace is never doubled, and a failing one does not end the next', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const changed = coalesce(async () => {
    runs++;
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    running--;
    throw new Error('refused');
  }, 500);
  for (let i = 0; i < 50; i++) {
    changed(['events']);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(most).toBe(1);
  expect(runs).toBe(3);
});
