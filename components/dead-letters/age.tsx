'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Meter } from '#components/ui/meter';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';

/** Within it the seed's own policy would still be retrying (five retries, at most two hours). */
const windowMs = 7_200_000;

/** The time an event has been missing, against the two hours in which waiting alone could have resolved it. */
export function Age({ since }: { readonly since: string }) {
  const t = useTranslations('deadLetters');
  const format = useFormatter();
  const dated = useDated();
  const now = useClock();
  const then = new Date(since);
  const share = (now - then.getTime()) / windowMs;
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span className={share > 1 ? 'text-warn' : 'text-ink-2'} title={dated.full(then)}>
        {t(share > 1 ? 'past' : 'within', { age: format.relativeTime(then, now) })}
      </span>
      <Meter share={share} />
    </span>
  );
}
