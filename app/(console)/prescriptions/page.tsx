import { getTranslations } from 'next-intl/server';
import { PrescriptionList } from '#components/prescriptions/prescription-list';
import { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { listPrescriptions } from '#lib/views/prescriptions/prescription-list';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('prescriptions');
  return { title: t('title') };
}

export default function PrescriptionsPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={prescriptionsList}
      view={listPrescriptions}
      screen={({ timeZone, scope }) => <PrescriptionList zone={timeZone} own={scope.role === 'doctor'} />}
      searchParams={searchParams}
    />
  );
}
