'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, PackageOpen, PackageX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Medicines } from '#components/prescriptions/medicine';
import { Person, shortId } from '#components/prescriptions/person';
import { Quantity } from '#components/stock/product';
import { Badge } from '#components/ui/badge';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import { queueList } from '#lib/contract/dispenses/queue-list';
import type { QueueRow } from '#lib/contract/overview/pharmacy';

const stockLooks = {
  enough: { tone: 'good', icon: CircleCheck },
  some: { tone: 'warn', icon: PackageOpen },
  none: { tone: 'bad', icon: PackageX },
} as const;

function Stock({ row }: { readonly row: QueueRow }) {
  const t = useTranslations('pharmacy.queue');
  if (row.usable === null) return <span className="text-ink-3">{t('usable.unknown')}</span>;
  const { tone, icon } = stockLooks[row.usable];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`usable.${row.usable}`)}
    </Badge>
  );
}

/** The notes of the prescriber, the alerts and the law that the counter needs before it begins. */
function Notes({ row }: { readonly row: QueueRow }) {
  const t = useTranslations('pharmacy');
  return (
    <span className="flex flex-col items-start gap-1 text-sm">
      {row.overrides.map(({ alert, reason }) => (
        <span key={`${alert} ${reason}`} className="inline-flex items-start gap-1 text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5! shrink-0" />
          <span>
            {alert ?? t('dispenses.override')}
            {reason === null ? null : <span className="block text-ink-2 text-xs">{reason}</span>}
          </span>
        </span>
      ))}
      {row.asWritten ? <span className="font-semibold">{t('queue.asWritten')}</span> : null}
      {row.notes === null ? null : <span className="text-ink-2">{row.notes}</span>}
    </span>
  );
}

/** The pharmacy's queue, the longest waiting first. */
export function QueueList({ zone }: { readonly zone: string }) {
  const t = useTranslations('pharmacy');
  const query = useInfiniteQuery(listQuery(queueList, {}));
  const columns = useMemo(
    (): readonly TableColumn<QueueRow>[] => [
      {
        id: 'waiting',
        label: t('column.waiting'),
        width: 'md:w-32',
        cell: (row) => (
          <span className="block leading-tight">
            <Moment at={row.queuedAt} />
            {row.priority === null ? null : <span className="block text-ink-3 text-xs">{row.priority}</span>}
          </span>
        ),
      },
      {
        id: 'patient',
        label: t('column.patient'),
        width: 'md:w-40',
        rowHeader: true,
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <Person person={row.patient} />
            <WholeId className="text-ink-3 text-xs" id={row.code ?? shortId(row.id)} />
          </span>
        ),
      },
      {
        id: 'medicine',
        label: t('column.medicine'),
        cell: (row) => <Medicines medications={row.medications} />,
      },
      {
        id: 'quantity',
        label: t('column.left'),
        width: 'md:w-28',
        cell: (row) =>
          row.left === null ? (
            <NotSupplied />
          ) : (
            <span className="block leading-tight">
              <Quantity quantity={row.left} unit={row.fill?.unit ?? null} />
              {row.fill?.prescribed && row.fill.prescribed !== row.left ? (
                <span className="block text-ink-3 text-xs">{t('queue.of', { prescribed: row.fill.prescribed })}</span>
              ) : null}
            </span>
          ),
      },
      { id: 'notes', label: t('column.notes'), width: 'md:w-48', cell: (row) => <Notes row={row} /> },
      { id: 'stock', label: t('column.usable'), width: 'md:w-34', cell: (row) => <Stock row={row} /> },
    ],
    [t],
  );
  return (
    <ListScreen<QueueRow>
      title={t('queue.title')}
      advice={t('queue.advice', { zone })}
      csv={fileOf(queueList, {})}
      filterKey="queue"
      {...{ query, columns }}
      textOf={(row) => row.code ?? shortId(row.id)}
      hrefOf={(row) => `/prescriptions/${encodeURIComponent(row.id)}`}
      empty={{ title: t('queue.nothing'), advice: t('queue.nothingAdvice') }}
    />
  );
}
