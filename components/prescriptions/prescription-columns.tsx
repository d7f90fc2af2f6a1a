'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { WholeId } from '#components/ui/whole-id';
import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { systemName } from '#lib/i18n/system-name';
import { ReachBadge } from './email-badge.tsx';
import { FillAmount } from './fill-amount.tsx';
import { Medicines } from './medicine.tsx';
import { Person, shortId } from './person.tsx';
import { StateBadge } from './state-badge.tsx';

/** The columns of a list of prescriptions. */
export function usePrescriptionColumns(): readonly TableColumn<PrescriptionRow>[] {
  const t = useTranslations('prescriptions');
  return useMemo(
    () => [
      {
        id: 'issued',
        label: t('column.issued'),
        width: 'md:w-28',
        cell: (row) => (row.issuedAt === null ? <NotSupplied /> : <Moment at={row.issuedAt} />),
      },
      {
        id: 'code',
        label: t('column.code'),
        width: 'md:w-36',
        rowHeader: true,
        cell: (row) => <WholeId id={row.code ?? shortId(row.id)} />,
      },
      { id: 'patient', label: t('column.patient'), width: 'md:w-34', cell: (row) => <Person person={row.patient} /> },
      { id: 'medicine', label: t('column.medicine'), cell: (row) => <Medicines medications={row.medications} /> },
      {
        id: 'reach',
        label: t('column.reach'),
        width: 'md:w-37',
        cell: (row) => <ReachBadge email={row.email} short />,
      },
      {
        id: 'fill',
        label: t('column.fill'),
        width: 'md:w-32',
        cell: (row) => <FillAmount fill={row.fill} supplied={row.fillSupplied} brief />,
      },
      { id: 'state', label: t('column.state'), width: 'md:w-34', cell: (row) => <StateBadge state={row.state} /> },
      {
        id: 'source',
        label: t('column.source'),
        width: 'md:w-28',
        cell: (row) => <span className="block text-ink-2 text-sm leading-tight">{systemName[row.system]}</span>,
      },
    ],
    [t],
  );
}
