'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { ReplayActions } from '#components/replays/replay-actions';
import { ReplayChanges, ReplayNewer } from '#components/replays/replay-changes';
import { ReplayCounts } from '#components/replays/replay-counts';
import { ReplayItems } from '#components/replays/replay-items';
import { ReplayProgress } from '#components/replays/replay-progress';
import { ReplayState } from '#components/replays/replay-state';
import { ReplayTotals } from '#components/replays/replay-totals';
import { ErrorState } from '#components/ui/error-state';
import { ExactMoment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import type { ReplayDetail } from '#lib/contract/replays/replay';
import { replayQuery } from '#lib/contract/replays/replay-queries';
import { replayTabs } from '#lib/contract/replays/replay-view';

/** The live stream reports every batch; a preview under way reports nothing until it is complete, so it is polled. */
const lookMs = 1_000;

/** A replay on an address of its own: preview, run and proof. A closed tab changes nothing: the address shows its present state. */
export function ReplayRun({ id }: { readonly id: string }) {
  const t = useTranslations('replays');
  const list = useTranslations('list');
  const query = useQuery({
    ...replayQuery(id),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'previewing' || data?.state === 'running' ? lookMs : false,
  });
  return (
    <>
      <Link
        prefetch={false}
        href="/replays"
        className="no-print mb-2 inline-flex min-h-6 items-center gap-1 text-ink-2 text-sm no-underline hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5!" /> {t('back')}
      </Link>
      {body()}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <OneRun run={query.data} />;
  }
}

function OneRun({ run }: { readonly run: ReplayDetail }) {
  const t = useTranslations('replays');
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(replayTabs).withOptions({ history: 'push' }));
  const open = tab ?? (run.startedAt === null ? 'changes' : 'events');
  const isPreviewed = run.state !== 'previewing';
  return (
    <div className="flex flex-col gap-4">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-xl tracking-tight">{run.name}</h1>
          <ReplayState state={run.state} />
        </div>
        <p className="mt-1 max-w-prose break-words text-ink-2">{run.reason}</p>
        <p className="mt-1 text-ink-3 text-sm">
          {t('previewedBy', { name: run.createdBy ?? '' })} <ExactMoment at={run.createdAt} />
          {run.startedAt === null ? null : (
            <>
              {' · '}
              {t('startedBy', { name: run.startedBy ?? '' })} <ExactMoment at={run.startedAt} />
            </>
          )}
          {run.endedAt === null ? null : (
            <>
              {' · '}
              {t('ended')} <ExactMoment at={run.endedAt} />
            </>
          )}
        </p>
      </div>
      <ReplayProgress run={run} />
      <ReplayActions run={run} />
      {isPreviewed ? (
        <>
          {run.startedAt === null ? (
            <Note tone="info" icon={ShieldCheck}>
              {t('nothingSent')}
            </Note>
          ) : null}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <ReplayTotals run={run} />
            <ReplayCounts run={run} />
          </div>
          <div>
            <nav aria-label={t('tab.label')} className="no-print mb-3 flex flex-wrap gap-1 border-line border-b">
              {replayTabs.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-current={one === open ? 'page' : undefined}
                  onClick={() => void setTab(one)}
                  className={`min-h-9 cursor-pointer px-3 ${one === open ? 'border-brand border-b-2 font-semibold' : 'text-ink-2 hover:text-ink'}`}
                >
                  {one === 'changes' ? t('tab.changes', { count: run.changedRows }) : null}
                  {one === 'newer' ? t('tab.newer', { count: run.newerSubjects }) : null}
                  {one === 'events' ? t('tab.events') : null}
                </button>
              ))}
            </nav>
            {open === 'changes' ? <ReplayChanges run={run} /> : null}
            {open === 'newer' ? <ReplayNewer run={run} /> : null}
            {open === 'events' ? <ReplayItems id={run.id} /> : null}
          </div>
        </>
      ) : null}
    </div>
  );
}
