import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BreakGlassOffer } from '#components/access/break-glass-offer';
import { ForbiddenScreen } from '#components/access/forbidden';
import { PatientRecord } from '#components/patients/patient-record';
import { PatientPrescriptions } from '#components/prescriptions/patient-prescriptions';
import { currentAccount } from '#lib/auth/current-account';
import { patientQuery } from '#lib/contract/patients/patient-queries';
import { may } from '#lib/domain/access/permission';
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
  if (!may(account.scope, 'directories.read')) return <ForbiddenScreen permission="directories.read" />;
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
          refused={may(account.scope, 'break-glass.open') ? <BreakGlassOffer kind="patient" id={id} /> : null}
        />
        <PatientPrescriptions id={id} />
      </div>
    </FirstLoad>
  );
}
