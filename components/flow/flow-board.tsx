'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { IncidentList } from '#components/flow/incident-list';
import { PastIncidents } from '#components/flow/past-incidents';
import { Recipients } from '#components/flow/recipients';
import { useSourceColumns } from '#components/flow/source-columns';
import { SystemStrip } from '#components/flow/system-strip';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import type { FlowView } from '#lib/contract/flow/flow';
import { flowQuery } from '#lib/contract/flow/flow-queries';

const SourceDrawer = dynamic(() => import('#components/flow/source-drawer').then((module) => module.SourceDrawer), {
  ssr: false,
});

/** The admin's home: the incidents, the sources with their usual patterns, and the processes behind them. */
export function FlowBoard({ zone }: { readonly zone: string }) {
  const t = useTranslations('flow');
  const list = useTranslations('list');
  const query = useQuery(flowQuery);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice', { zone })}</p>
      </div>
      {query.isPending ? <RowSkeleton label={list('loading')} /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <div className="flex flex-col gap-6">
          <IncidentList view={query.data} />
          <Sources view={query.data} />
          <SystemStrip view={query.data} />
          <div className="grid grid-cols-2 gap-6 max-lg:grid-cols-1">
            <PastIncidents past={query.data.past} />
            <Recipients />
          </div>
        </div>
      ) : null}
    </>
  );
}

function Sources({ view }: { readonly view: FlowView }) {
  const t = useTranslations('flow');
  const columns = useSourceColumns(view);
  const [open, setOpen] = useQueryState('open', parseAsString.withOptions({ history: 'push' }));
  const shown = view.sources.find(({ key }) => key === open);
  if (view.sources.length === 0)
    return <EmptyState kind="nothing-yet" title={t('noSources')} advice={t('noSourcesAdvice')} />;
  return (
    <section aria-label={t('sources')}>
      <h2 className="mb-2 font-semibold">{t('sources')}</h2>
      <DataTable
        label={t('sources')}
        columns={columns}
        rows={view.sources}
        idOf={({ id }) => id}
        textOf={({ name }) => name}
      />
      {shown ? <SourceDrawer source={shown} view={view} onClose={() => void setOpen(null)} /> : null}
    </section>
  );
}
