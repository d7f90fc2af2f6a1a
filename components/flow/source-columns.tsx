'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { SourceState } from '#components/flow/source-state';
import { Sparkline } from '#components/flow/sparkline';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import type { FlowSourceRow, FlowView } from '#lib/contract/flow/flow';
import { detailsHref, eventsHref, lettersHref } from './flow-links.ts';
import { useSpan } from './use-span.ts';

function To({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      prefetch={false}
      href={href}
      className="inline-block min-h-6 whitespace-nowrap underline decoration-line-strong decoration-dotted underline-offset-2 hover:decoration-ink"
    >
      {children}
    </Link>
  );
}

/** The rate is of a quarter of an hour, and so is the usual one. */
const quarters = 4;
const sum = (refused: FlowSourceRow['refused']) => refused.reduce((all, { count }) => all + count, 0);

/** One line for each source; every number goes to the rows that it counts. */
export function useSourceColumns({ from, rateFrom }: Pick<FlowView, 'from' | 'rateFrom'>) {
  const t = useTranslations('flow');
  const format = useFormatter();
  const span = useSpan();
  return useMemo((): readonly TableColumn<FlowSourceRow>[] => {
    const day = (row: FlowSourceRow, more: Readonly<Record<string, string>> = {}) =>
      eventsHref({ source: row.key, from, ...more });
    return [
      {
        id: 'source',
        label: t('column.source'),
        width: 'md:w-40',
        rowHeader: true,
        cell: (row) => (
          <span className="flex min-w-0 flex-col">
            <Link
              prefetch={false}
              scroll={false}
              href={detailsHref(row.key)}
              aria-label={t('details', { source: row.name })}
              className="min-h-6 font-semibold"
            >
              {row.name}
            </Link>
            <code className="text-ink-3 text-xs">{row.key}</code>
          </span>
        ),
      },
      { id: 'state', label: t('column.state'), width: 'md:w-32', cell: (row) => <SourceState source={row} /> },
      {
        id: 'day',
        label: t('column.day'),
        width: 'md:w-48',
        cell: (row) => (
          <span className="flex flex-col gap-0.5 py-1">
            <Sparkline hours={row.hours} />
            <span className="flex flex-wrap gap-x-2 text-xs">
              <To href={day(row)}>{t('received', { count: row.received })}</To>
              {row.repeated > 0 ? (
                <To href={day(row, { repeated: 'yes' })}>{t('repeated', { count: row.repeated })}</To>
              ) : null}
              {row.unreadable > 0 ? (
                <To href={day(row, { unreadable: 'yes' })}>{t('unreadable', { count: row.unreadable })}</To>
              ) : null}
              {row.refused.length > 0 ? (
                <To href={detailsHref(row.key)}>{t('refusedCount', { count: sum(row.refused) })}</To>
              ) : null}
            </span>
          </span>
        ),
      },
      {
        id: 'rate',
        label: t('column.rate'),
        width: 'md:w-32',
        cell: (row) => (
          <span className="flex flex-col items-start text-sm">
            <To href={eventsHref({ source: row.key, from: rateFrom })}>{t('lately', { count: row.lately })}</To>
            <span className="text-ink-3 text-xs">
              {row.usualPerHour === null
                ? t('usualUnknown')
                : t('usual', { count: Math.round(row.usualPerHour / quarters) })}
            </span>
          </span>
        ),
      },
      {
        id: 'lag',
        label: t('column.lag'),
        width: 'md:w-32',
        cell: ({ sentLagSeconds, processLagSeconds }) => {
          if (sentLagSeconds === null && processLagSeconds === null)
            return <span className="text-ink-3 text-sm">{t('lagNone')}</span>;
          return (
            <span className="flex flex-col items-start text-sm">
              {sentLagSeconds === null ? null : <span>{t('lagSent', { span: span(sentLagSeconds) })}</span>}
              {processLagSeconds === null ? null : (
                <span className="text-ink-3 text-xs">{t('lagProcessed', { span: span(processLagSeconds) })}</span>
              )}
            </span>
          );
        },
      },
      {
        id: 'last',
        label: t('column.last'),
        width: 'md:w-32',
        cell: ({ key, lastReceivedAt, lastSeq }) =>
          lastReceivedAt === null ? (
            <span className="text-ink-3 text-sm">{t('none')}</span>
          ) : (
            <To href={eventsHref({ source: key, open: String(lastSeq) })}>
              <Moment at={lastReceivedAt} />
            </To>
          ),
      },
      {
        id: 'mend',
        label: t('column.mend'),
        width: 'md:w-32',
        cell: (row) => {
          if (row.openLetters + row.quarantined + row.dead === 0)
            return <span className="text-ink-3 text-sm">{t('noFailures')}</span>;
          return (
            <span className="flex flex-col items-start text-sm">
              {row.openLetters > 0 ? (
                <To href={lettersHref(row.key)}>
                  <strong className="text-bad">{t('open', { count: row.openLetters })}</strong>
                </To>
              ) : null}
              {row.quarantined > 0 ? (
                <To href={day(row, { status: 'quarantined' })}>{t('quarantined', { count: row.quarantined })}</To>
              ) : null}
              {row.dead > 0 ? <To href={day(row, { status: 'dead' })}>{t('dead', { count: row.dead })}</To> : null}
            </span>
          );
        },
      },
      {
        id: 'waiting',
        label: t('column.waiting'),
        width: 'md:w-24',
        cell: ({ key, waiting, oldestWaitingAt }) =>
          oldestWaitingAt === null ? (
            <span className="text-ink-3 text-sm">0</span>
          ) : (
            <span className="flex flex-col items-start text-sm">
              <To href={eventsHref({ source: key, status: 'received' })}>{format.number(waiting)}</To>
              <span className="text-ink-3 text-xs">
                {t('waitingSince')} <Moment at={oldestWaitingAt} />
              </span>
            </span>
          ),
      },
    ];
  }, [t, format, span, from, rateFrom]);
}
