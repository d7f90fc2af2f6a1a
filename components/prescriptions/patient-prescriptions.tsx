'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/table/data-table';
import { patientQuery } from '#lib/contract/patients/patient-queries';
import { shortId } from './person.tsx';
import { usePrescriptionColumns } from './prescription-columns.tsx';

/** The person's prescriptions that the reader may see, with the outcome of each. The page above shows the error where they cannot be loaded. */
export function PatientPrescriptions({ id }: { readonly id: string }) {
  const t = useTranslations('patient');
  const columns = usePrescriptionColumns();
  const { data } = useQuery(patientQuery(id));
  if (!data) return null;
  return (
    <section aria-labelledby="patient-prescriptions" className="flex flex-col gap-2">
      <h2 id="patient-prescriptions" className="font-semibold">
        {t('prescriptions')}
      </h2>
      {data.prescriptions.length === 0 ? (
        <p className="text-ink-3">{t('noPrescriptions')}</p>
      ) : (
        <DataTable
          label={t('prescriptions')}
          columns={columns}
          rows={data.prescriptions}
          idOf={(row) => row.id}
          textOf={(row) => row.code ?? shortId(row.id)}
          hrefOf={(row) => `/prescriptions/${encodeURIComponent(row.id)}`}
        />
      )}
      {data.older ? <p className="text-ink-3 text-sm">{t('older', { count: data.prescriptions.length })}</p> : null}
    </section>
  );
}
