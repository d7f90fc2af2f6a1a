import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import type { AuditRow } from '#lib/contract/ledger/audit';

export function useAuditColumns(): readonly TableColumn<AuditRow>[] {
  const t = useTranslations('audit');
  return useMemo(
    () => [
      { id: 'at', sortsBy: 'at', label: t('column.at'), width: 'md:w-32', cell: (row) => <Moment at={row.at} /> },
      {
        id: 'actor',
        label: t('column.actor'),
        width: 'md:w-44',
        rowHeader: true,
        cell: (row) =>
          row.actor === null ? (
            <span className="text-ink-3">{t('product')}</span>
          ) : (
            <span className="break-words">{row.actor.name ?? row.actor.id}</span>
          ),
      },
      {
        id: 'action',
        label: t('column.action'),
        width: 'md:w-48',
        cell: (row) => <code className="break-words text-xs">{row.action}</code>,
      },
      {
        id: 'subject',
        label: t('column.subject'),
        cell: (row) =>
          row.subject === null ? null : (
            <span className="block min-w-0 leading-tight">
              <span className="block text-ink-3 text-xs">{row.subject.kind}</span>
              <span className="block break-all text-sm">{row.subject.name ?? row.subject.id}</span>
            </span>
          ),
      },
      {
        id: 'reason',
        label: t('column.reason'),
        cell: (row) => <span className="break-words text-sm">{row.reason}</span>,
      },
      {
        id: 'chain',
        label: t('column.chain'),
        width: 'md:w-28',
        end: true,
        cell: (row) => <span className="text-ink-3 text-xs">{row.sealedSeq ?? t('unsealed')}</span>,
      },
    ],
    [t],
  );
}
