'use client';

import { useTranslations } from 'next-intl';
import type { Counts, ReplayDetail } from '#lib/contract/replays/replay';
import { changeGroups } from '#lib/domain/replays/replay-change';
import { useReplayWords } from './words.ts';

function Group({
  title,
  counts,
  say,
}: {
  readonly title: string;
  readonly counts: Counts;
  readonly say: (key: string) => string;
}) {
  const t = useTranslations('replays');
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-semibold text-ink-3 text-xs">{title}</h3>
      {rows.length === 0 ? <p className="text-ink-3 text-sm">–</p> : null}
      <ul className="flex flex-col gap-0.5 text-sm">
        {rows.map(([key, count]) => (
          <li key={key} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 break-words">{say(key)}</span>
            <span className="tabular-nums">{t('number', { count })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const itself = (key: string): string => key;

/** The parts of the frozen set, and the numbers of predicted changes. */
export function ReplayCounts({ run }: { readonly run: ReplayDetail }) {
  const t = useTranslations('replays');
  const words = useReplayWords();
  const changed = Object.fromEntries(
    changeGroups.flatMap((group) => (run.changed[group] > 0 ? [[group, run.changed[group]]] : [])),
  );
  return (
    <section aria-labelledby="replay-set" className="rounded-lg border border-line bg-card p-4">
      <h2 id="replay-set" className="mb-2 font-semibold">
        {t('set.title')}
      </h2>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Group title={t('set.bySource')} counts={run.bySource} say={itself} />
        <Group title={t('set.byType')} counts={run.byType} say={itself} />
        <Group title={t('set.byCause')} counts={run.byCause} say={words.cause} />
        <Group title={t('set.changes')} counts={changed} say={words.group} />
      </div>
    </section>
  );
}
