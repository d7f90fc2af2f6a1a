'use client';

import { AlarmClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FollowUpWhy } from '#components/follow-ups/follow-up-why';
import { Medicines } from '#components/prescriptions/medicine';
import { Person, shortId } from '#components/prescriptions/person';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import type { FollowUpKind } from '#lib/domain/follow-ups/follow-up-kind';

export const nameOf = (row: FollowUpRow): string => row.patient?.name ?? row.code ?? shortId(row.prescriptionId);

/** The patient, the medicine, the reason, the time and the next step of each row. Every lane has the same widths, so that eyes run down them. */
export function useFollowUpColumns(
  lane: FollowUpKind,
  onSnooze: (row: FollowUpRow) => void,
): readonly TableColumn<FollowUpRow>[] {
  const t = useTranslations('followUps');
  return useMemo(
    () => [
      {
        id: 'patient',
        label: t('column.patient'),
        width: 'md:w-44',
        rowHeader: true,
        cell: (row) => (
          <span className="block leading-tight">
            <span className="block font-semibold">
              <Person person={row.patient} />
            </span>
            <code className="block text-ink-3 text-xs">{row.code ?? shortId(row.prescriptionId)}</code>
          </span>
        ),
      },
      { id: 'medicine', label: t('column.medicine'), cell: (row) => <Medicines medications={row.medications} /> },
      { id: 'why', label: t('column.why'), width: 'md:w-64', cell: (row) => <FollowUpWhy row={row} /> },
      { id: 'since', label: t('column.since'), width: 'md:w-30', cell: (row) => <Moment at={row.since} /> },
      ...(lane === 'not_delivered'
        ? [
            {
              id: 'attempts',
              label: t('column.attempts'),
              width: 'md:w-20',
              cell: (row: FollowUpRow) => t('tries', { count: row.attempts }),
            },
          ]
        : []),
      {
        id: 'next',
        label: t('column.next'),
        width: 'md:w-54',
        cell: (row) => <span className="text-sm">{t(`next.${row.next}`)}</span>,
      },
      {
        id: 'act',
        label: t('column.act'),
        width: 'md:w-16',
        cell: (row) => (
          <Button
            look="icon"
            className="no-print"
            aria-label={t('snooze.openNamed', { name: nameOf(row) })}
            onPress={() => onSnooze(row)}
          >
            <AlarmClock aria-hidden />
          </Button>
        ),
      },
    ],
    [t, lane, onSnooze],
  );
}
