'use client';

import { Circle, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RecallDetail } from '#lib/contract/recalls/recall';
import type { RecallStep } from '#lib/domain/recalls/checks';

/** The progress of a recall: computed from the known facts, set by nobody. */
export function RecallSteps({ recall }: { readonly recall: RecallDetail }) {
  const t = useTranslations('recalls');
  const { counts } = recall;
  const next = recall.steps.find(({ done }) => !done)?.step;
  return (
    <ol className="grid grid-cols-2 gap-3 rounded-lg border border-line bg-card p-4 sm:grid-cols-3 lg:grid-cols-6">
      {recall.steps.map(({ step, done }) => (
        <li key={step} className={`flex gap-2 ${step === next ? 'text-brand' : done ? 'text-ink' : 'text-ink-3'}`}>
          {done ? <CircleCheck aria-hidden className="mt-0.5 text-brand" /> : <Circle aria-hidden className="mt-0.5" />}
          <div className="min-w-0 text-sm">
            <div className="font-semibold">
              {t(`step.${step}`)}
              <span className="sr-only">: {t(done ? 'done' : 'toDo')}</span>
            </div>
            <div>{detail(step)}</div>
          </div>
        </li>
      ))}
    </ol>
  );

  function detail(step: RecallStep): string {
    if (step === 'quarantined') return t('stepDetail.quarantined', { frozen: counts.lotsFrozen, lots: counts.lots });
    if (step === 'traced') return t('stepDetail.traced', { people: counts.people });
    if (step === 'contacted')
      return t('stepDetail.contacted', { done: counts.people - recall.toContact, people: counts.people });
    return step === 'returned' ? t('stepDetail.returned', { returns: counts.returns }) : '';
  }
}
