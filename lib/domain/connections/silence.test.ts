import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekHourOf } from '#lib/domain/base/time/week-hour';
import { random } from '#scripts/testing/random';
import { habitOf, type PastHour } from './habit.ts';
import { type Expectation, silenceOf } from './silence.ts';

const minute = 60_000;
const hour = 3_600_000;
const week = 168 * hour;
const zone = 'America/Guatemala';
// A Monday, 06:00 in Guatemala.
const monday = Date.parse('2026-09-07T12:00:00Z');

/** So many weeks of a source that sends as `of` says for each hour of the tenant's week. */
function past(weeks: number, of: (weekHour: number, nth: number) => { events: number; minutes: number } | null) {
  const hours: PastHour[] = [];
  const from = monday - weeks * week;
  for (let at = from; at < monday; at += hour) {
    const held = of(weekHourOf(at, zone), hours.length);
    if (held) hours.push({ hour: at, ...held });
  }
  return habitOf(hours, from, monday, zone);
}

/** Working days, seven to nineteen, something in `minutes` of every hour's sixty. */
const clinic = (minutes: number, weeks = 8) =>
  past(weeks, (at) => (at < 120 && at % 24 >= 7 && at % 24 < 19 ? { events: minutes * 2, minutes } : null));

const at = (text: string) => Date.parse(text);
const state = (habit: ReturnType<typeof past>, lastAt: number | null, now: number) =>
  silenceOf({ habit, expectation: null, lastAt, now, zone }).state;

describe('a clinic that sends by day', () => {
  // 10:00 on the Monday after, in Guatemala.
  const ten = at('2026-09-07T16:00:00Z');
  test.each([
    ['busy, one minute', 60, 1, 'sending'],
    ['busy, three minutes', 60, 3, 'silent'],
    ['half of the minutes, ten minutes', 30, 10, 'sending'],
    ['half of the minutes, twenty minutes', 30, 20, 'silent'],
    ['a few an hour, an hour and a half', 3, 90, 'sending'],
  ] as const)('%s', (_, minutes, silentFor, expected) => {
    expect(state(clinic(minutes), ten - silentFor * minute, ten)).toBe(expected);
  });

  test('is not silent at night, nor all weekend; and is, soon after the morning passes without a word', () => {
    const habit = clinic(40);
    const friday = at('2026-09-12T00:59:00Z');
    expect(state(habit, friday, at('2026-09-12T08:00:00Z'))).toBe('resting');
    expect(state(habit, friday, at('2026-09-13T20:00:00Z'))).toBe('resting');
    expect(state(habit, friday, at('2026-09-14T12:59:00Z'))).toBe('resting');
    expect(state(habit, friday, at('2026-09-14T13:05:00Z'))).toBe('sending');
    expect(state(habit, friday, at('2026-09-14T13:30:00Z'))).toBe('silent');
  });

  test('of whose hour too little is known is not judged', () => {
    expect(state(clinic(60, 0), ten - 5 * hour, ten)).toBe('learning');
    expect(state([], ten - 5 * hour, ten)).toBe('learning');
    expect(state(clinic(60), null, ten)).toBe('never');
  });

  test('is known by its other working days after one week, on which a weekend says nothing', () => {
    expect(state(clinic(60, 1), ten - 5 * minute, ten)).toBe('silent');
    const saturday = at('2026-09-12T16:00:00Z');
    expect(state(clinic(60, 1), saturday - 5 * hour, saturday)).toBe('learning');
  });
});

test('a source with one batch an hour is silent after three missing batches', () => {
  const habit = past(8, () => ({ events: 400, minutes: 1 }));
  const now = at('2026-09-07T16:30:00Z');
  expect(state(habit, now - 89 * minute, now)).toBe('sending');
  expect(state(habit, now - 5 * hour, now)).toBe('silent');
});

describe('a sender of few batches', () => {
  /** Wednesdays, or every day, or working days, in the hour from two at night. */
  const batch = (days: readonly number[], weeks = 8) =>
    past(weeks, (at) => (at % 24 === 2 && days.includes(Math.floor(at / 24)) ? { events: 300, minutes: 1 } : null));
  const last = at('2026-09-02T08:10:00Z');
  /** The first whole hour, in hours after the last batch, at which it is called silent. */
  function toldAfter(habit: ReturnType<typeof past>, mostDays: number): number {
    for (let hours = 1; hours <= mostDays * 24; hours++)
      if (state(habit, last, last + hours * hour) === 'silent') return hours / 24;
    return Number.POSITIVE_INFINITY;
  }

  test.each([
    ['a week, known for eight weeks', [2], 8, 14, 15],
    ['a week, known for four', [2], 4, 14, 22],
    ['a day, known for eight weeks', [0, 1, 2, 3, 4, 5, 6], 8, 2, 4],
    ['a day, known for five', [0, 1, 2, 3, 4, 5, 6], 5, 2, 4],
    // Thursday, Friday, and over the weekend Monday.
    ['a working day', [0, 1, 2, 3, 4], 8, 4, 6],
    ['two a week, Wednesday and Saturday', [2, 5], 8, 3, 11],
  ] as const)('one batch %s, is missed in time', (_, days, weeks, least, most) => {
    const silentAfter = toldAfter(batch(days, weeks), 40);
    expect(silentAfter).toBeGreaterThan(least);
    expect(silentAfter).toBeLessThan(most);
  });

  test('stays silent for as long as nothing comes', () => {
    for (const days of [[2], [0, 1, 2, 3, 4, 5, 6]] as const)
      for (const weeks of [4, 8, 30, 52]) expect(state(batch(days), last, last + weeks * week)).toBe('silent');
  });

  test('is not silent for one batch that fails to come, nor between them', () => {
    const weekly = batch([2]);
    expect(state(weekly, last, at('2026-09-09T07:00:00Z'))).toBe('resting');
    expect(state(weekly, last, at('2026-09-15T12:00:00Z'))).toBe('resting');
    const daily = batch([0, 1, 2, 3, 4, 5, 6]);
    expect(state(daily, last, at('2026-09-04T07:00:00Z'))).toBe('resting');
  });

  test('or of none at set times, is called silent once in months at most', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 7, 20), fc.nat(), (aWeek, seed) => {
        const { next } = random(seed);
        const came = () => next() < aWeek / 168;
        const habit = past(8, () => (came() ? { events: 50, minutes: 2 } : null));
        let lastAt = monday;
        let alarms = 0;
        for (let now = monday; now < monday + 26 * week; now += hour) {
          const before = state(habit, lastAt, now);
          if (came()) lastAt = now + 30 * minute;
          else if (before !== 'silent' && state(habit, lastAt, now + hour) === 'silent') alarms++;
        }
        return alarms <= 6;
      }),
      { numRuns: 3 },
    );
  }, 60_000);

  test('whose batch now and then fails is called silent once in half a year at most', () => {
    fc.assert(
      fc.property(fc.constantFrom<readonly number[]>([2], [0, 1, 2, 3, 4, 5, 6]), fc.nat(), (days, seed) => {
        const { next } = random(seed);
        const isDue = (of: number) => of % 24 === 2 && days.includes(Math.floor(of / 24));
        const came = () => next() < 0.95;
        const habit = past(8, (of) => (isDue(of) && came() ? { events: 50, minutes: 2 } : null));
        let lastAt = last;
        let alarms = 0;
        for (let now = monday; now < monday + 26 * week; now += hour) {
          const before = state(habit, lastAt, now);
          if (isDue(weekHourOf(now, zone)) && came()) lastAt = now + 10 * minute;
          else if (before !== 'silent' && state(habit, lastAt, now + hour) === 'silent') alarms++;
        }
        return alarms <= 1;
      }),
      { numRuns: 4 },
    );
  }, 60_000);
});

test('one loud week among quiet ones makes no habit', () => {
  let nth = 0;
  const habit = past(8, () => ({ events: 1, minutes: nth++ < 168 ? 60 : 0 }));
  const now = at('2026-09-07T16:00:00Z');
  expect(state(habit, now - 2 * hour, now)).toBe('resting');
});

test('a source that keeps to its usual pattern is called silent once in many weeks at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (rate, seed) => {
      // Evenly drawn: fast-check's own numbers lean to the ends, and no source has such a pattern.
      const { next } = random(seed);
      const draw = () => Array.from({ length: 60 }, () => next() < rate / 60);
      const habit = past(6, () => {
        const minutes = draw().filter(Boolean).length;
        return { events: minutes, minutes };
      });
      let lastAt = monday;
      let alarms = 0;
      for (let now = monday; now < monday + 24 * hour; now += minute) {
        const before = state(habit, lastAt, now);
        if (next() < rate / 60) lastAt = now;
        else if (before !== 'silent' && state(habit, lastAt, now + minute) === 'silent') alarms++;
      }
      return alarms <= 1;
    }),
    { numRuns: 4 },
  );
}, 60_000);

test('the longer the silence, the more it is one', () => {
  const habit = clinic(30);
  const last = at('2026-09-07T14:00:00Z');
  fc.assert(
    fc.property(fc.nat(240), fc.nat(60), (some, more) => {
      const first = state(habit, last, last + some * minute);
      return first !== 'silent' || state(habit, last, last + (some + more) * minute) === 'silent';
    }),
  );
});

describe('an admin’s expectation', () => {
  const every = (everyMinutes: number, fromHour = 0, toHour = 24): Expectation => ({
    ...{ everyMinutes, fromHour, toHour },
    setAt: at('2026-09-07T00:00:00Z'),
  });
  const judge = (expectation: Expectation, lastAt: string | null, now: string) =>
    silenceOf({ habit: [], expectation, lastAt: lastAt === null ? null : at(lastAt), now: at(now), zone }).state;

  test.each([
    ['within it', every(10), '2026-09-07T15:00:00Z', '2026-09-07T15:09:00Z', 'sending'],
    ['after it', every(10), '2026-09-07T15:00:00Z', '2026-09-07T15:10:00Z', 'silent'],
    ['at night, of one for the day', every(10, 7, 19), '2026-09-08T00:55:00Z', '2026-09-08T12:55:00Z', 'sending'],
    ['in the morning after', every(10, 7, 19), '2026-09-08T00:55:00Z', '2026-09-08T13:05:00Z', 'silent'],
    ['before anything came', every(60), null, '2026-09-07T00:30:00Z', 'never'],
    ['when nothing came in time', every(60), null, '2026-09-07T01:00:00Z', 'silent'],
    [
      'what was before it is not held against anybody',
      every(60),
      '2026-08-01T00:00:00Z',
      '2026-09-07T00:59:00Z',
      'sending',
    ],
  ] as const)('%s', (_, expectation, lastAt, now, expected) => {
    expect(judge(expectation, lastAt, now)).toBe(expected);
  });
});

test('the hour of the week follows the zone through the change of its clocks', () => {
  expect(weekHourOf(at('2026-03-27T07:00:00Z'), 'Europe/Madrid')).toBe(4 * 24 + 8);
  expect(weekHourOf(at('2026-03-30T06:00:00Z'), 'Europe/Madrid')).toBe(8);
  expect(weekHourOf(at('2026-03-29T22:00:00Z'), 'Europe/Madrid')).toBe(0);
});
