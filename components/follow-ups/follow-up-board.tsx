'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useState } from 'react';
import { FoldedRows } from '#components/follow-ups/folded-rows';
import { FollowUpLane } from '#components/follow-ups/follow-up-lane';
import { CsvLink } from '#components/ui/csv-link';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import { followUpsCsvPath, followUpsQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { followUpKinds } from '#lib/domain/follow-ups/follow-up-kind';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { IncidentBanner } from './bounce-cluster-banner.tsx';

const loadDrawer = () => import('#components/mail/resend-drawer').then((module) => module.ResendDrawer);
const ResendDrawer = dynamic(loadDrawer, { ssr: false });
const SnoozeDialog = dynamic(
  () => import('#components/follow-ups/snooze-dialog').then((module) => module.SnoozeDialog),
  {
    ssr: false,
  },
);

const idOf = (row: FollowUpRow): string => row.id;

/** The doctor's home: open tasks, lane by lane; the others folded beneath. */
export function FollowUpBoard({ zone }: { readonly zone: string }) {
  const t = useTranslations('followUps');
  const list = useTranslations('list');
  const format = useFormatter();
  const dated = useDated();
  const now = useClock();
  const [resend, setResend] = useQueryState('resend', parseAsString.withOptions({ history: 'push' }));
  const [snoozing, setSnoozing] = useState<FollowUpRow | null>(null);
  const query = useInfiniteQuery(followUpsQuery);
  const { shown, waiting, show } = useStableRows('follow-ups', query, idOf);
  const first = query.data?.pages[0];
  const open = useCallback((row: FollowUpRow) => void setResend(row.prescriptionId), [setResend]);

  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        {first ? (
          <p className="text-ink-3">
            {t('open', { count: first.count.total })}
            {first.count.oldest === null || first.count.total === 0
              ? null
              : `, ${t('oldest', { when: format.relativeTime(new Date(first.count.oldest), now) })}`}
            {` · ${t('zone', { zone })}`}
          </p>
        ) : null}
        <CsvLink href={followUpsCsvPath} />
      </div>
      <WaitingRows count={waiting} onShow={show} />
      {body()}
      {resend === null ? null : <ResendDrawer prescriptionId={resend} onClose={() => void setResend(null)} />}
      {snoozing === null ? null : <SnoozeDialog row={snoozing} onClose={() => setSnoozing(null)} />}
    </>
  );

  function body() {
    if (query.isPending)
      return (
        <div className="mt-4">
          <RowSkeleton label={list('loading')} />
        </div>
      );
    if (query.isError && !first) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (!first) return null;
    const own = shown.filter((row) => row.incident === null);
    return (
      <>
        {first.incidents.map((incident) => (
          <IncidentBanner
            key={incident.key}
            incident={incident}
            rows={shown.filter((row) => row.incident === incident.key)}
          />
        ))}
        {own.length === 0 ? (
          <div className="mt-4">
            <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />
          </div>
        ) : null}
        {followUpKinds.map((lane) => {
          const rows = own.filter((row) => row.lane === lane);
          if (rows.length === 0) return null;
          return (
            <FollowUpLane
              key={lane}
              lane={lane}
              count={first.count.byLane[lane]}
              rows={rows}
              openId={resend}
              onResend={open}
              onSnooze={setSnoozing}
            />
          );
        })}
        <MoreRows query={query} />
        <div className="no-print mt-8 flex flex-col gap-3">
          {first.snoozed.length === 0 ? null : (
            <FoldedRows
              title={t('snoozed', { count: first.snoozed.length })}
              rows={first.snoozed}
              tell={(row) =>
                t('snoozedUntil', {
                  when: dated.moment(new Date(row.snoozedUntil ?? row.since)),
                  reason: row.snoozeReason ?? '',
                })
              }
            />
          )}
          <FoldedRows
            title={t('settled', { count: first.settled.length })}
            rows={first.settled}
            tell={(row) =>
              row.settledBy === null || row.settledAt === null ? null : (
                <>
                  {t(`settledBy.${row.settledBy}`)} · <Moment at={row.settledAt} />
                </>
              )
            }
          />
        </div>
      </>
    );
  }
}
