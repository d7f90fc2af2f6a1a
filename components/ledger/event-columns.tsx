'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { TableColumn } from '#components/ui/table/data-table';
import type { EventRow } from '#lib/contract/ledger/event';
import { useDated } from '#lib/i18n/use-dated';
import { EventStatus } from './event-status.tsx';

/** The columns of the stream: ids, codes and times, never a payload. */
export function useEventColumns(): readonly TableColumn<EventRow>[] {
  const t = useTranslations('events');
  const causes = useTranslations('deadCause');
  return useMemo(
    () => [
      {
        id: 'received',
        sortsBy: 'received',
        label: t('column.received'),
        width: 'md:w-34',
        cell: (row) => <Received at={row.receivedAt} />,
      },
      {
        id: 'type',
        label: t('column.type'),
        rowHeader: true,
        cell: (row) => (
          <span className="block leading-tight">
            <code className="block text-sm">{row.type ?? row.wireType ?? t('noType')}</code>
            {row.cause === null ? null : <span className="block text-ink-3 text-xs">{causes(row.cause)}</span>}
            {row.unreadable.length === 0 ? null : (
              <span className="block text-warn text-xs">{t('unreadable', { count: row.unreadable.length })}</span>
            )}
            {row.purgedAt === null ? null : <span className="block text-ink-3 text-xs">{t('noLongerRetained')}</span>}
          </span>
        ),
      },
      {
        id: 'source',
        label: t('column.source'),
        width: 'md:w-37',
        cell: (row) => <span className="block text-ink-2">{row.source}</span>,
      },
      {
        id: 'id',
        label: t('column.id'),
        width: 'md:w-52',
        cell: (row) => <code className="block text-ink-2 text-sm">{row.messageId}</code>,
      },
      { id: 'status', label: t('column.status'), width: 'md:w-36', cell: (row) => <EventStatus status={row.status} /> },
      {
        id: 'attempts',
        label: t('column.attempts'),
        width: 'md:w-20',
        end: true,
        cell: (row) => (row.attempts === 0 ? '–' : row.attempts),
      },
      {
        id: 'duplicates',
        label: t('column.duplicates'),
        width: 'md:w-20',
        end: true,
        cell: (row) => (row.duplicates === 0 ? '–' : row.duplicates),
      },
    ],
    [t, causes],
  );
}

/** To the second: on a stream two rows a minute apart are far apart. */
function Received({ at }: { readonly at: string }) {
  const format = useFormatter();
  const dated = useDated();
  const then = new Date(at);
  return (
    <time dateTime={at} title={dated.full(then)} className="whitespace-nowrap">
      {format.dateTime(then, 'seconds')} <span className="text-ink-3 text-xs">{dated.day(then)}</span>
    </time>
  );
}
