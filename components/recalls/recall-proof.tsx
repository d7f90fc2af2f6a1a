'use client';

import { CircleCheck, CircleDashed, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { ExactMoment } from '#components/ui/moment';
import type { RecallDetail } from '#lib/contract/recalls/recall';

/** The present checks, and the closing report with the counts of that moment. */
export function RecallProof({ recall }: { readonly recall: RecallDetail }) {
  const t = useTranslations('recalls.proof');
  const { closing } = recall;
  return (
    <div className="flex flex-col gap-4">
      <section className="rounded-lg border border-line bg-card p-4">
        <h2 className="mb-2 font-semibold">{t('checks')}</h2>
        <ul className="divide-y divide-line">
          {recall.checks.map(({ check, missing }) => (
            <li key={check} className="flex flex-wrap items-center justify-between gap-2 py-2">
              {t(`check.${check}`)}
              <Badge tone={missing === 0 ? 'good' : 'warn'} icon={missing === 0 ? CircleCheck : CircleDashed}>
                {missing === 0 ? t('passed') : t('missing', { count: missing })}
              </Badge>
            </li>
          ))}
        </ul>
      </section>
      <section className="rounded-lg border border-line bg-card p-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">{t('report')}</h2>
          {closing ? (
            <Button className="no-print" onPress={() => window.print()}>
              <Printer aria-hidden /> {t('print')}
            </Button>
          ) : null}
        </div>
        {closing === null ? (
          <p className="text-ink-2">{t('none')}</p>
        ) : (
          <>
            <p className="mb-2">
              {t('by', { by: closing.by ?? '' })} · <ExactMoment at={closing.at} />
            </p>
            <dl className="grid max-w-xl grid-cols-[1fr_auto] gap-x-6 gap-y-1">
              {(['people', 'contacted', 'givenUp', 'broughtBack'] as const).map((name) => (
                <div key={name} className="contents">
                  <dt>{t(name)}</dt>
                  <dd className="text-right font-semibold">{closing[name]}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-3 font-semibold">{t('stock')}</p>
            <p>{closing.stock}</p>
          </>
        )}
      </section>
    </div>
  );
}
