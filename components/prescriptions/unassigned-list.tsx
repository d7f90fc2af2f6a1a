'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button';
import { CsvLink } from '#components/ui/csv-link';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import type { UnassignedRow } from '#lib/contract/follow-ups/follow-up';
import { unassignedCsvPath, unassignedQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { AssignDialog } from './assign-dialog.tsx';
import { shortId } from './person.tsx';

/** Failed emails that no doctor sees, because their prescription has not come: ids, times and causes only. */
export function UnassignedList({ zone }: { readonly zone: string }) {
  const t = useTranslations('unassigned');
  const why = useTranslations('followUps.why');
  const list = useTranslations('list');
  const [giving, setGiving] = useState<UnassignedRow | null>(null);
  const query = useInfiniteQuery(unassignedQuery);
  const columns = useMemo(
    (): readonly TableColumn<UnassignedRow>[] => [
      {
        id: 'id',
        label: t('column.id'),
        rowHeader: true,
        cell: ({ prescriptionId }) => (
          <Link prefetch={false} href={`/prescriptions/${encodeURIComponent(prescriptionId)}`}>
            <code className="break-all">{prescriptionId}</code>
          </Link>
        ),
      },
      { id: 'since', label: t('column.since'), width: 'md:w-40', cell: (row) => <Moment at={row.since} /> },
      { id: 'cause', label: t('column.cause'), width: 'md:w-60', cell: (row) => why(row.cause) },
      { id: 'attempts', label: t('column.attempts'), width: 'md:w-24', cell: (row) => row.attempts },
      {
        id: 'act',
        label: t('column.act'),
        width: 'md:w-52',
        cell: (row) => (
          <Button aria-label={t('assignNamed', { id: shortId(row.prescriptionId) })} onPress={() => setGiving(row)}>
            <UserPlus aria-hidden /> {t('assign')}
          </Button>
        ),
      },
    ],
    [t, why],
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice', { zone })}</p>
        <CsvLink href={unassignedCsvPath} />
      </div>
      {body()}
      {giving === null || !query.data ? null : (
        <AssignDialog row={giving} doctors={query.data.pages[0]?.doctors ?? []} onClose={() => setGiving(null)} />
      )}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton rows={3} label={list('loading')} />;
    if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    const rows = query.data.pages.flatMap(({ items }) => items);
    if (rows.length === 0) return <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />;
    return (
      <>
        <DataTable
          label={t('title')}
          columns={columns}
          rows={rows}
          idOf={(row) => row.prescriptionId}
          textOf={(row) => row.prescriptionId}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
