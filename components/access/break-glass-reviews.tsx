'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, LockKeyholeOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { ChoiceField } from '#components/ui/field/choice-field';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import type { BreakGlassRow } from '#lib/contract/access/break-glass';
import { breakGlassList } from '#lib/contract/access/break-glass-list';
import { listQuery } from '#lib/contract/base/list-query';
import { breakGlassShows } from '#lib/domain/access/break-glass';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { ReviewDialog } from './review-dialog.tsx';

const looks = {
  open: ['warn', LockKeyholeOpen],
  'to-review': ['info', CircleDashed],
  reviewed: ['good', CircleCheck],
} as const;

/** The entries of the audit log under one opening. */
const logOf = ({ id, doctor }: BreakGlassRow) => `/access?tab=log&actor=${encodeURIComponent(doctor.id)}&glass=${id}`;

/** Emergency accesses: still open, to review, reviewed. */
export function GlassReviews() {
  const t = useTranslations('breakGlass');
  const list = useTranslations('list');
  const { asked, set, sort } = useListFilter(breakGlassList);
  const { show = 'unreviewed' } = asked;
  const [reviewing, setReviewing] = useState<BreakGlassRow | null>(null);
  const query = useInfiniteQuery(listQuery(breakGlassList, asked));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useMemo(
    (): readonly TableColumn<BreakGlassRow>[] => [
      {
        id: 'at',
        sortsBy: 'opened',
        label: t('column.at'),
        width: 'md:w-32',
        cell: (row) => <Moment at={row.openedAt} />,
      },
      {
        id: 'doctor',
        label: t('column.doctor'),
        width: 'md:w-44',
        rowHeader: true,
        cell: (row) => <strong className="break-words">{row.doctor.name}</strong>,
      },
      {
        id: 'subject',
        label: t('column.subject'),
        width: 'md:w-52',
        cell: (row) => (
          <span className="block leading-tight">
            <span className="block text-ink-3 text-xs">{t(`kind.${row.kind}`)}</span>
            <code className="break-all text-xs">{row.subjectId}</code>
          </span>
        ),
      },
      { id: 'reason', label: t('column.reason'), cell: (row) => <span className="break-words">{row.reason}</span> },
      {
        id: 'looks',
        label: t('column.looks'),
        width: 'md:w-28',
        cell: (row) => (
          <Link prefetch={false} href={logOf(row)}>
            {t('looks', { count: row.looks })}
          </Link>
        ),
      },
      {
        id: 'state',
        label: t('column.state'),
        width: 'md:w-40',
        cell: (row) => (
          <span className="block">
            <Badge tone={looks[row.state][0]} icon={looks[row.state][1]}>
              {t(`state.${row.state}`)}
            </Badge>
            {row.review ? (
              <span className="mt-1 block break-words text-ink-3 text-xs">
                {row.review.by}: {row.review.note}
              </span>
            ) : null}
          </span>
        ),
      },
      {
        id: 'act',
        label: t('column.act'),
        width: 'md:w-32',
        cell: (row) =>
          row.state === 'to-review' ? <Button onPress={() => setReviewing(row)}>{t('review')}</Button> : null,
      },
    ],
    [t],
  );
  return (
    <>
      <div className="mb-3 max-w-60">
        <ChoiceField
          label={t('show')}
          value={show}
          choices={breakGlassShows.map((id) => ({ id, label: t(`shows.${id}`) }))}
          onChange={(value) => set({ show: breakGlassShows.find((one) => one === value) })}
        />
      </div>
      {body()}
      {reviewing ? <ReviewDialog row={reviewing} onClose={() => setReviewing(null)} /> : null}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} rows={4} />;
    if (query.isError && rows.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (rows.length === 0)
      return <EmptyState kind="nothing-yet" title={t(`nothing.${show}`)} advice={t('nothingAdvice')} />;
    return (
      <>
        <DataTable
          label={t('title.list')}
          columns={columns}
          rows={rows}
          sort={sort}
          idOf={(row) => row.id}
          textOf={(row) => row.doctor.name}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
