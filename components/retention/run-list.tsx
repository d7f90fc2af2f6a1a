'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { parseAsInteger, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { PagedTable } from '#components/retention/paged-table';
import { RunState } from '#components/retention/run-state';
import { sumOf } from '#components/retention/tallies';
import { ButtonLink } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { PurgeRunRow } from '#lib/contract/retention/retention';
import { purgeRunsList } from '#lib/contract/retention/retention-lists';

const RunDrawer = dynamic(() => import('#components/retention/run-drawer').then((m) => m.RunDrawer), { ssr: false });

/** Every purge with its record: deleted events, kept events with the reasons, and the hash that proves it. */
export function RunList() {
  const t = useTranslations('retention');
  const list = useTranslations('list');
  const format = useFormatter();
  const [open, setOpen] = useQueryState('run', parseAsInteger);
  const query = useInfiniteQuery(listQuery(purgeRunsList, {}));
  const shown = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === open);
  const columns = useMemo(
    (): readonly TableColumn<PurgeRunRow>[] => [
      {
        id: 'started',
        label: t('column.started'),
        width: 'md:w-44',
        rowHeader: true,
        cell: ({ id, startedAt }) => (
          <span className="block leading-tight">
            <span className="text-ink-3 text-xs">#{id}</span> <Moment at={startedAt} />
          </span>
        ),
      },
      { id: 'by', label: t('column.by'), width: 'md:w-40', cell: ({ by }) => by ?? t('daily') },
      { id: 'state', label: t('column.state'), width: 'md:w-32', cell: ({ state }) => <RunState state={state} /> },
      {
        id: 'removed',
        label: t('column.removed'),
        width: 'md:w-28',
        end: true,
        cell: ({ removed }) => format.number(removed),
      },
      {
        id: 'stayed',
        label: t('column.stayed'),
        width: 'md:w-28',
        end: true,
        cell: ({ types, looked }) => format.number(looked - sumOf(types, 'removed')),
      },
      {
        id: 'hash',
        label: t('column.hash'),
        cell: ({ hash }) => <code className="text-ink-2 text-xs">{hash.slice(0, 16)}…</code>,
      },
    ],
    [t, format],
  );
  return (
    <>
      <ButtonLink className="no-print self-end" href={fileOf(purgeRunsList, {})} target="_blank" download>
        <Download aria-hidden /> {list('csv')}
      </ButtonLink>
      <PagedTable
        label={t('tab.runs')}
        query={query}
        columns={columns}
        idOf={({ id }) => String(id)}
        textOf={({ id }) => `#${id}`}
        onOpen={({ id }) => void setOpen(id)}
        openId={open === null ? null : String(open)}
        empty={{ title: t('noRuns'), advice: t('noRunsAdvice') }}
      />
      {shown ? <RunDrawer run={shown} onClose={() => void setOpen(null)} /> : null}
    </>
  );
}
