'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import type { DeadLetterRow } from '#lib/contract/dead-letters/dead-letter';
import { AmendmentState } from './amendment-state.tsx';
import { DeadLetterState } from './dead-letter-state.tsx';

/** The columns of the list: ids, codes and times, never a payload. */
export function useLetterColumns(): readonly TableColumn<DeadLetterRow>[] {
  const t = useTranslations('deadLetters');
  return useMemo(
    () => [
      {
        id: 'event',
        label: t('column.event'),
        rowHeader: true,
        cell: (row) => (
          <span className="block leading-tight">
            <code className="block text-sm">{row.messageId}</code>
            <span className="text-ink-3 text-xs">{t('one.number', { seq: String(row.seq) })}</span>
          </span>
        ),
      },
      {
        id: 'received',
        sortsBy: 'received',
        label: t('column.received'),
        width: 'md:w-40',
        cell: (row) => <Moment at={row.receivedAt} />,
      },
      {
        id: 'source',
        label: t('column.source'),
        width: 'md:w-44',
        cell: (row) => <span className="block text-ink-2">{row.source}</span>,
      },
      {
        id: 'failures',
        label: t('column.failures'),
        width: 'md:w-24',
        cell: (row) => t('failures', { count: row.episodes }),
      },
      {
        id: 'amendment',
        label: t('column.amendment'),
        width: 'md:w-50',
        cell: (row) => (row.amendment === null ? '–' : <AmendmentState state={row.amendment} />),
      },
      {
        id: 'state',
        label: t('column.state'),
        width: 'md:w-36',
        cell: (row) => <DeadLetterState state={row.state} />,
      },
    ],
    [t],
  );
}
