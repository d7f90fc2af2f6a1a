'use client';

import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { ReplayDetail } from '#lib/contract/replays/replay';

/** Predicted and actual totals, side by side; once it is through, whether they are equal. */
export function ReplayTotals({ run }: { readonly run: ReplayDetail }) {
  const t = useTranslations('replays');
  const rows = [
    ['done', run.willProcess, run.done],
    ['failed', run.willFail, run.failed],
    ['skipped', run.willSkip, run.skipped],
  ] as const;
  const equal = rows.every(([, foretold, became]) => foretold === became);
  const begun = run.startedAt !== null;
  return (
    <section aria-labelledby="replay-totals" className="rounded-lg border border-line bg-card p-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 id="replay-totals" className="font-semibold">
          {t('totals.title')}
        </h2>
        {verdict()}
      </div>
      <table className="w-full max-w-100 text-sm">
        <thead>
          <tr className="text-ink-3 text-xs">
            <th scope="col" className="py-1 text-left font-semibold">
              {t('totals.events', { count: run.total })}
            </th>
            <th scope="col" className="py-1 text-right font-semibold">
              {t('totals.foretold')}
            </th>
            <th scope="col" className="py-1 text-right font-semibold">
              {t('totals.became')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([outcome, foretold, became]) => (
            <tr key={outcome} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                {t(`outcome.${outcome}`)}
              </th>
              <td className="text-right tabular-nums">{t('number', { count: foretold })}</td>
              <td className="text-right tabular-nums">{begun ? t('number', { count: became }) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function verdict() {
    if (!begun) return null;
    if (run.remaining > 0)
      return (
        <Badge tone="neutral" icon={CircleDashed}>
          {t('totals.underWay')}
        </Badge>
      );
    return (
      <Badge tone={equal ? 'good' : 'warn'} icon={equal ? CircleCheck : TriangleAlert}>
        {t(equal ? 'totals.equal' : 'totals.differ')}
      </Badge>
    );
  }
}
