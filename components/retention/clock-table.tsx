'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Moment } from '#components/ui/moment';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import type { RetentionClock } from '#lib/contract/retention/retention';

const idOf = ({ type }: RetentionClock): string => type;

/** Due types come first, then those with a next time, then those with nothing left. */
function order(a: RetentionClock, b: RetentionClock): number {
  const rank = ({ due, next }: RetentionClock) => (due > 0 ? 0 : next === null ? 2 : 1);
  return rank(a) - rank(b) || b.due - a.due;
}

/** Each type of event, its retention, and the state of its clock. */
export function ClockTable({ clocks }: { readonly clocks: readonly RetentionClock[] }) {
  const t = useTranslations('retention');
  const format = useFormatter();
  const rows = useMemo(() => clocks.toSorted(order), [clocks]);
  const columns = useMemo(
    (): readonly TableColumn<RetentionClock>[] => [
      {
        id: 'type',
        label: t('column.type'),
        rowHeader: true,
        cell: ({ type }) => <code className="wrap-anywhere text-xs">{type === '' ? t('untyped') : type}</code>,
      },
      { id: 'keep', label: t('column.keep'), width: 'md:w-60', cell: ({ keep }) => t(`keep.${keep}`) },
      {
        id: 'due',
        label: t('column.due'),
        width: 'md:w-28',
        end: true,
        cell: ({ due }) => (due === 0 ? <span className="text-ink-3">0</span> : <strong>{format.number(due)}</strong>),
      },
      {
        id: 'next',
        label: t('column.next'),
        width: 'md:w-44',
        cell: ({ next }) =>
          next === null ? (
            <span className="text-ink-3">{t('noNext')}</span>
          ) : (
            <time dateTime={next}>
              {format.dateTime(new Date(next), { day: 'numeric', month: 'short', year: 'numeric' })}
            </time>
          ),
      },
      {
        id: 'last',
        label: t('column.last'),
        width: 'md:w-52',
        cell: ({ last }) =>
          last === null ? (
            <span className="text-ink-3">{t('never')}</span>
          ) : (
            <span className="block leading-tight">
              <Moment at={last.at} />
              <span className="block text-ink-3 text-xs">{t('removedThen', { count: last.removed })}</span>
            </span>
          ),
      },
    ],
    [t, format],
  );
  return <DataTable label={t('tab.clocks')} columns={columns} rows={rows} idOf={idOf} textOf={idOf} />;
}
