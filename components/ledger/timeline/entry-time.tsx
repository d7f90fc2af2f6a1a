'use client';

import { useFormatter, useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';

/** The time of a fact: the clock, and the day in words while it is near. The exact time is at hand. */
export function EntryTime({ at }: { readonly at: string }) {
  const format = useFormatter();
  const dated = useDated();
  const t = useTranslations('time');
  const now = useClock();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const then = new Date(at);
  const dayOf = (instant: number): string =>
    new Date(instant).toLocaleDateString(locale, { timeZone, dateStyle: 'short' });
  const day = dayOf(then.getTime());
  const near = day === dayOf(now) ? t('today') : day === dayOf(now - 86_400_000) ? t('yesterday') : null;
  return (
    <time
      dateTime={at}
      title={dated.full(then)}
      className="px-3 py-3.5 text-right text-ink-3 text-xs max-lg:flex max-lg:gap-2 max-lg:pb-0 max-lg:text-left"
    >
      <span className="block font-semibold text-ink text-sm max-lg:text-xs">{format.dateTime(then, 'clock')}</span>
      {near ?? dated.day(then)}
    </time>
  );
}
