'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';

const day = 86_400_000;

/** A longer text (`5 Mar 2024, 15:05`) takes two lines in a narrow column, and never runs into the next. */
const longest = 14;

/** A time in the tenant's zone: relative while it is young, the date and clock afterwards, and the exact one at hand. */
export function Moment({ at }: { readonly at: string }) {
  const format = useFormatter();
  const dated = useDated();
  const t = useTranslations('time');
  const now = useClock();
  const then = new Date(at);
  const age = now - then.getTime();
  const words =
    age < 45_000 && age > -45_000
      ? t('justNow')
      : Math.abs(age) < day
        ? format.relativeTime(then, now)
        : dated.moment(then);
  return (
    <time
      dateTime={at}
      title={dated.full(then)}
      className={`moment ${words.length > longest ? '' : 'whitespace-nowrap'}`}
    >
      {words}
    </time>
  );
}

/** A time to the second with its zone named. */
export function ExactMoment({ at }: { readonly at: string }) {
  const dated = useDated();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {dated.full(new Date(at))}
    </time>
  );
}

/** A calendar date as the sender wrote it: it has no zone, so none may move it. */
export function CalendarDate({ date }: { readonly date: string }) {
  const format = useFormatter();
  return (
    <time dateTime={date}>
      {format.dateTime(new Date(`${date}T12:00:00Z`), {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      })}
    </time>
  );
}
