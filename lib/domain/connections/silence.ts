import { weekHourOf } from '#lib/domain/base/time/week-hour';
import { type Habit, type HourHabit, leastPasts } from './habit.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** Nothing older is looked through: as long as four batches of one a week that fail to come. */
const farthestMs = 35 * 24 * hourMs;

/**
 * The improbability (in nats) from which a silence counts. Minutes follow one another by the thousand a day, so that theirs has to be far
 * out; whole hours that usually have something are few, and three of them in a row are enough.
 */
const outOfHabit = { minutes: 11, hours: 7 } as const;
/** A source that sends in few hours of the week has few occasions for a false alarm: one in so many weeks is accepted. */
const weeksBetweenFalse = 26;

/** The frequency that an admin expects of the source, between two hours of the tenant's day. */
export type Expectation = {
  readonly everyMinutes: number;
  readonly fromHour: number;
  readonly toHour: number;
  /** When it was said, Unix milliseconds: nothing before is held against the source. */
  readonly setAt: number;
};

/**
 * `never` nothing ever came · `learning` too little is known of this hour · `resting` it does not usually send now · `sending` as usual ·
 * `silent` it ought to have sent. `usualMinutes`: in how many of the sixty minutes of this hour it usually sends.
 */
export type Silence = {
  readonly state: 'never' | 'learning' | 'resting' | 'sending' | 'silent';
  readonly usualMinutes: number | null;
  /** The measure of a silence. */
  readonly by: 'habit' | 'expectation';
};

export type SilenceQuestion = {
  /** As it was when the last event came: a silence is not measured against itself. */
  readonly habit: Habit;
  readonly expectation: Expectation | null;
  /** Of the last event, Unix milliseconds; null: none yet. */
  readonly lastAt: number | null;
  readonly now: number;
  readonly zone: string;
};

/** Cut at the hours of the clock, oldest first. */
function* hoursBetween(from: number, to: number): Generator<{ at: number; ms: number; whole: boolean }> {
  let at = Math.max(from, to - farthestMs);
  while (at < to) {
    const next = Math.min(to, (Math.floor(at / hourMs) + 1) * hourMs);
    yield { at, ms: next - at, whole: next - at === hourMs };
    at = next;
  }
}

/** The chance of nothing in a minute, or in the whole hour, as the past has it; never quite none, the less so the longer the past. */
function surpriseOf({ pasts, minutes, busy }: HourHabit) {
  const minute = (minutes * pasts) / (60 * pasts + 1);
  const hour = busy / (pasts + 1);
  return { aMinute: -Math.log(1 - minute), anHour: -Math.log(1 - hour) };
}

/** The limit for hours, from how many of the week's usually have something: lower for a batch a day or a week than for a batch an hour. */
function limitOfHours(habit: Habit): number {
  const busyHours = habit.reduce((sum, { pasts, busy }) => (pasts < leastPasts ? sum : sum + busy / pasts), 0);
  return Math.min(outOfHabit.hours, Math.log(weeksBetweenFalse * Math.max(1, busyHours)));
}

function isOutOfHabit({ habit, now, zone }: SilenceQuestion, lastAt: number): boolean {
  const limit = limitOfHours(habit);
  let byMinutes = 0;
  let byHours = 0;
  for (const { at, ms, whole } of hoursBetween(lastAt, now)) {
    const of = habit[weekHourOf(at, zone)];
    if (!of || of.pasts < leastPasts) continue;
    const { aMinute, anHour } = surpriseOf(of);
    byMinutes += aMinute * (ms / minuteMs);
    if (whole) byHours += anHour;
    if (byMinutes >= outOfHabit.minutes || byHours >= limit) return true;
  }
  return false;
}

/** True where, by an admin's expectation, something is overdue: only the minutes within the stated hours count. */
function isOverdue(expectation: Expectation, lastAt: number, now: number, zone: string): boolean {
  const { everyMinutes, fromHour, toHour } = expectation;
  let waited = 0;
  for (const { at, ms } of hoursBetween(Math.max(lastAt, expectation.setAt), now)) {
    const hour = weekHourOf(at, zone) % 24;
    if (hour >= fromHour && hour < toHour) waited += ms;
  }
  return waited >= everyMinutes * minuteMs;
}

/**
 * Measures a silence against the source's own usual pattern, or against an admin's expectation: a source that never sends at night is not
 * silent at night, and where the pattern is not known yet nothing is guessed.
 */
export function silenceOf(asked: SilenceQuestion): Silence {
  const { habit, expectation, lastAt, now, zone } = asked;
  const current = habit[weekHourOf(now, zone)];
  const known = current !== undefined && current.pasts >= leastPasts;
  const usualMinutes = known ? current.minutes : null;
  if (expectation) {
    const overdue = isOverdue(expectation, lastAt ?? expectation.setAt, now, zone);
    const state = overdue ? 'silent' : lastAt === null ? 'never' : 'sending';
    return { state, usualMinutes, by: 'expectation' };
  }
  if (lastAt === null) return { state: 'never', usualMinutes, by: 'habit' };
  if (isOutOfHabit(asked, lastAt)) return { state: 'silent', usualMinutes, by: 'habit' };
  if (!known) return { state: 'learning', usualMinutes, by: 'habit' };
  return { state: current.busy * 2 < current.pasts ? 'resting' : 'sending', usualMinutes, by: 'habit' };
}
