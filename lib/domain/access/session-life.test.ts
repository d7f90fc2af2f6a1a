import { expect, test } from 'vitest';
import { endsAt, isLive, isTouchDue } from './session-life.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 8) + minutes * 60_000);
const session = { lastSeenAt: at(0), expiresAt: at(720), endedAt: null };

test.each([
  ['just seen', session, at(0), true],
  ['seen fourteen minutes ago', session, at(14), true],
  ['idle for fifteen minutes', session, at(15), false],
  ['ended by sign-out or by an admin', { ...session, endedAt: at(0) }, at(1), false],
  ['seen now, but twelve hours old', { ...session, lastSeenAt: at(719) }, at(720), false],
])('a session %s', (_words, times, now, live) => {
  expect(isLive(times, now)).toBe(live);
});

test('the last activity is written at most once a minute', () => {
  expect([0, 0.9, 1].map((minutes) => isTouchDue(session, at(minutes)))).toEqual([false, false, true]);
});

test('a session ends at the earlier of its two limits', () => {
  expect(endsAt(session)).toEqual(at(15));
  expect(endsAt({ ...session, lastSeenAt: at(710) })).toEqual(at(720));
});
