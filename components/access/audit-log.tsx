'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAuditColumns } from '#components/access/audit-columns';
import { AuditFilters } from '#components/access/audit-filters';
import { ChainCheck } from '#components/access/chain-check';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { SortChip } from '#components/ui/table/sort-chip';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { AuditRow } from '#lib/contract/ledger/audit';
import { auditList } from '#lib/contract/ledger/audit-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useStableRows } from '../ui/table/use-stable-rows.ts';

const idOf = (row: AuditRow): string => String(row.seq);

/** The log of views and changes. */
export function AuditLog({ zone }: { readonly zone: string }) {
  const t = useTranslations('audit');
  const list = useTranslations('list');
  const { asked, texts, set, sort, clear } = useListFilter(auditList);
  const query = useInfiniteQuery(listQuery(auditList, asked));
  const { fresh, shown, waiting, show } = useStableRows(JSON.stringify(asked), query, idOf);
  const columns = useAuditColumns();
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p className="min-w-0 text-ink-2">{t('about', { zone })}</p>
        <ButtonLink className="ml-auto" href={fileOf(auditList, asked)} target="_blank" download>
          <Download aria-hidden /> {list('csv')}
        </ButtonLink>
      </div>
      <ChainCheck />
      <AuditFilters {...{ asked, texts, set, clear }} seen={fresh} />
      {sort ? <SortChip columns={columns} sort={sort} /> : null}
      <WaitingRows count={waiting} onShow={show} />
      {body()}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} rows={10} />;
    if (query.isError && shown.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (shown.length === 0 && clear)
      return (
        <EmptyState
          kind="no-match"
          title={t('noMatch')}
          advice={t('noMatchAdvice')}
          action={<Button onPress={clear}>{list('clear')}</Button>}
        />
      );
    if (shown.length === 0) return <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />;
    return (
      <>
        <DataTable label={t('check.title')} {...{ columns, idOf, sort }} rows={shown} textOf={(row) => row.action} />
        <MoreRows query={query} />
      </>
    );
  }
}
