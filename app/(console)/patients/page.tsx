import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PatientList } from '#components/patients/patient-list';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { patientsQuery } from '#lib/contract/patients/patient-queries';
import { listPatients } from '#lib/views/patients/patient-list';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('patients');
  return { title: t('title') };
}

export default async function PatientsPage() {
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
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...patientsQuery(),
          queryFn: () => listPatients(account, { limit: 50 }, requestId),
        }),
      ]}
    >
      <PatientList own={account.scope.role === 'doctor'} />
    </FirstLoad>
  );
}
