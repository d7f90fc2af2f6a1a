'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Send, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { CsvLink } from '#components/ui/csv-link';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import type { IncidentRow } from '#lib/contract/follow-ups/follow-up';
import { bounceClustersCsvPath, bounceClustersQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { SettleClusterDialog } from './settle-cluster-dialog.tsx';

const states = {
  open: ['bad', TriangleAlert],
  sending: ['info', Send],
  settled: ['good', CircleCheck],
} as const;

/** The admin's email failures: those that many emails share, and the one action that resends them. */
export function BounceClusterList({ zone }: { readonly zone: string }) {
  const t = useTranslations('incidents');
  const why = useTranslations('followUps.why');
  const list = useTranslations('list');
  const [mending, setMending] = useState<IncidentRow | null>(null);
  const query = useQuery(bounceClustersQuery);
  const columns = useMemo((): readonly TableColumn<IncidentRow>[] => {
    const whatOf = (row: IncidentRow) => (row.domain === null ? t('everywhere') : t('domain', { domain: row.domain }));
    return [
      {
        id: 'what',
        label: t('column.what'),
        width: 'md:w-48',
        rowHeader: true,
        cell: (row) => (
          <>
            <strong>{whatOf(row)}</strong>
            {row.what === 'few' ? <span className="block text-ink-2 text-sm">{t('ours')}</span> : null}
          </>
        ),
      },
      { id: 'since', label: t('column.since'), width: 'md:w-30', cell: (row) => <Moment at={row.since} /> },
      {
        id: 'failures',
        label: t('column.failures'),
        width: 'md:w-38',
        cell: (row) => t('open', { open: row.open, failures: row.failures }),
      },
      { id: 'cause', label: t('column.cause'), width: 'md:w-36', cell: (row) => why(row.cause) },
      {
        id: 'said',
        label: t('column.said'),
        cell: (row) => (row.said === null ? <NotSupplied /> : <code className="break-words text-xs">{row.said}</code>),
      },
      {
        id: 'state',
        label: t('column.state'),
        width: 'md:w-36',
        cell: (row) => (
          <Badge tone={states[row.state][0]} icon={states[row.state][1]}>
            {t(`state.${row.state}`, { count: row.underWay })}
          </Badge>
        ),
      },
      {
        id: 'act',
        label: t('column.act'),
        width: 'md:w-52',
        cell: (row) =>
          row.state === 'settled' ? null : (
            <Button
              look={row.state === 'open' ? 'primary' : 'plain'}
              aria-label={t('mendNamed', { what: whatOf(row) })}
              onPress={() => setMending(row)}
            >
              {t('mend')}
            </Button>
          ),
      },
    ];
  }, [t, why]);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice', { zone })}</p>
        <CsvLink href={bounceClustersCsvPath} />
      </div>
      {body()}
      {mending === null ? null : <SettleClusterDialog incident={mending} onClose={() => setMending(null)} />}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton rows={3} label={list('loading')} />;
    if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (query.data.items.length === 0)
      return <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />;
    return (
      <DataTable
        label={t('title')}
        columns={columns}
        rows={query.data.items}
        idOf={(row) => row.key}
        textOf={(row) => row.domain ?? row.cause}
      />
    );
  }
}
