import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BreakGlassOffer } from '#components/access/break-glass-offer';
import { PatientRecord } from '#components/patients/patient-record';
import { PatientPrescriptions } from '#components/prescriptions/patient-prescriptions';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { patientQuery } from '#lib/contract/patients/patient-queries';
import { getPatient } from '#lib/views/patients/patient-detail';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('patient');
  return { title: t('title') };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

export default async function PatientPage({ params }: Props) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (account.scope.role === 'admin') {
    const t = await getTranslations('failure');
    return (
      <>
        <h1 className="sr-only">{t('forbiddenTitle')}</h1>
        <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('noPatients')} />
      </>
    );
  }
  const id = decodeURIComponent((await params).id);
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.query({ ...patientQuery(id), queryFn: () => getPatient(account, id, requestId) }),
      ]}
    >
      <div className="flex flex-col gap-4">
        <PatientRecord
          id={id}
          refused={account.scope.role === 'doctor' ? <BreakGlassOffer kind="patient" id={id} /> : null}
        />
        <PatientPrescriptions id={id} />
      </div>
    </FirstLoad>
  );
}
