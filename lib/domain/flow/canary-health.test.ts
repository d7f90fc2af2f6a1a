import { expect, test } from 'vitest';
import { canaryHealth } from './canary-health.ts';

const came = (ageSeconds: number) => ({ ageSeconds, roundTripMs: 40 });
const not = (ageSeconds: number) => ({ ageSeconds, roundTripMs: null });

type Case = readonly [
  name: string,
  flown: Parameters<typeof canaryHealth>[0],
  everySeconds: number,
  expected: ReturnType<typeof canaryHealth>,
  dueSeconds?: number,
];

const cases: readonly Case[] = [
  ['none yet', [], 60, { on: true, lostSeconds: null }, 200],
  ['none, ever', [], 60, { on: true, lostSeconds: 211 }, 211],
  ['the last was lost days ago, and none was sent since', [not(400_000)], 60, { on: true, lostSeconds: 400_000 }],
  ['the last came days ago, and none was sent since', [came(400_000)], 60, { on: true, lostSeconds: 400_000 }],
  ['on its way', [not(5), came(65)], 60, { on: true, lostSeconds: null }],
  ['late', [not(31), came(91)], 60, { on: true, lostSeconds: 31 }],
  ['late since the first that was', [not(5), not(65), not(125), came(185)], 60, { on: true, lostSeconds: 125 }],
  ['the very first is late', [not(40)], 60, { on: true, lostSeconds: 40 }],
  ['one was lost, the next came', [came(10), not(70), came(130)], 60, { on: true, lostSeconds: null }],
  ['none has been sent for long', [came(211)], 60, { on: true, lostSeconds: 211 }],
  ['three periods are let pass', [came(205)], 60, { on: true, lostSeconds: null }],
  ['none are wanted', [not(900)], 0, { on: false, lostSeconds: null }],
  ['none are wanted, and none was ever sent', [], 0, { on: false, lostSeconds: null }],
];

test.each(cases.map((one) => [one[0], one] as const))('%s', (_, [, flown, every, expected, due = 9_000]) => {
  expect(canaryHealth(flown, every, due)).toEqual(expected);
});
