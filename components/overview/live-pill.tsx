'use client';

import { useTranslations } from 'next-intl';
import { useClock } from '#lib/i18n/clock';
import { useLiveStatus } from './live-line.tsx';

const minute = 60_000;

/** The age of the data on the screen. */
export function LivePill() {
  const t = useTranslations('live');
  const { phase, heardAt } = useLiveStatus();
  const now = useClock('quick');
  const age = heardAt === null ? 0 : Math.max(0, now - heardAt);
  const stale = phase !== 'live' && heardAt !== null && age >= minute;
  const words =
    phase === 'live'
      ? t('live', { seconds: Math.floor(age / 1000) })
      : stale
        ? t('stale', { minutes: Math.floor(age / minute) })
        : t(phase === 'ended' ? 'ended' : phase);
  const dot = phase === 'live' ? 'bg-good' : stale ? 'bg-bad' : 'bg-warn breathe';
  return (
    <span
      className="inline-flex shrink-0 items-center gap-2 whitespace-nowrap text-ink-2 text-sm"
      data-testid="live-pill"
      data-phase={phase}
    >
      <span aria-hidden className={`size-2 rounded-full ${dot}`} />
      <span className="max-sm:sr-only">{words}</span>
    </span>
  );
}
