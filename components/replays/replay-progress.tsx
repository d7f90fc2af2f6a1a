'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Meter } from '#components/ui/meter';
import type { ReplayDetail } from '#lib/contract/replays/replay';

/** The progress of a preview or a run, in events and, at its rate, in time. */
export function ReplayProgress({ run }: { readonly run: ReplayDetail }) {
  const t = useTranslations('replays.progress');
  const format = useFormatter();
  if (run.state === 'previewing')
    return (
      <div role="status" className="flex flex-col gap-1.5">
        <Meter share={run.total === 0 ? 0 : run.previewed / run.total} />
        <p className="text-ink-2 text-sm">{t('previewing', { count: run.previewed, total: run.total })}</p>
      </div>
    );
  if (run.startedAt === null) return null;
  const through = run.total - run.remaining;
  const seconds = Math.ceil(run.remaining / (run.ratePerSecond ?? 1));
  const left = seconds < 90 ? t('seconds', { count: seconds }) : t('minutes', { count: Math.ceil(seconds / 60) });
  return (
    <div className="flex flex-col gap-1.5">
      <Meter share={run.total === 0 ? 1 : through / run.total} />
      <p role="status" className="text-ink-2 text-sm">
        {t('through', { count: through, total: run.total })}
        {run.state === 'running' ? ` · ${t('left', { left, rate: format.number(run.ratePerSecond ?? 0) })}` : ''}
      </p>
    </div>
  );
}
