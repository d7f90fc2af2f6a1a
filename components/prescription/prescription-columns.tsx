'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FillAmount } from '#components/prescription/fill-amount';
import { Medicines } from '#components/prescription/medicine';
import { Person, shortId } from '#components/prescription/person';
import { ReachBadge } from '#components/prescription/reach-badge';
import { StateBadge } from '#components/prescription/state-badge';
import type { TableColumn } from '#components/ui/data-table';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { WholeId } from '#components/ui/whole-id';
import { systemName } from '#lib/i18n/system-name';
import type { PrescriptionRow } from '#lib/queries/prescription';

/** What a list of prescriptions shows of each. */
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
