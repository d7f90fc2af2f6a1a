'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ReachBadge } from '#components/prescriptions/email-badge';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import type { PatientRow } from '#lib/contract/patients/patient';
import { systemOfId } from '#lib/i18n/system-name';
import { PatientName } from './given-name.tsx';

/** The columns of a list of people; addresses masked until one is opened. */
export function usePatientColumns(): readonly TableColumn<PatientRow>[] {
  const t = useTranslations('patients');
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('column.name'),
        rowHeader: true,
        cell: (row) => <PatientName name={row.name} id={row.patientIds[0] ?? row.id} />,
      },
      {
        id: 'systems',
        label: t('column.systems'),
        width: 'md:w-40',
        cell: (row) =>
          row.patientIds.length === 0 ? (
            <NotSupplied />
          ) : (
            <span className="block text-ink-2 text-sm leading-tight">
              {[...new Set(row.patientIds.map(systemOfId))].join(', ')}
            </span>
          ),
      },
      {
        id: 'email',
        label: t('column.email'),
        width: 'md:w-56',
        cell: (row) => (row.email === null ? <NotSupplied /> : <span className="block">{row.email}</span>),
      },
      {
        id: 'reach',
        label: t('column.reach'),
        width: 'md:w-37',
        cell: (row) =>
          row.reach === null || row.reach === 'unknown' ? (
            <NotSupplied />
          ) : (
            <ReachBadge short email={{ state: row.reach, cause: null }} />
          ),
      },
      { id: 'count', label: t('column.prescriptions'), width: 'md:w-30', end: true, cell: (row) => row.prescriptions },
      {
        id: 'last',
        label: t('column.last'),
        width: 'md:w-34',
        cell: (row) => (row.updatedAt === null ? <NotSupplied /> : <Moment at={row.updatedAt} />),
      },
    ],
    [t],
  );
}
