import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PrescriptionList } from '#components/prescriptions/prescription-list';
import { currentAccount } from '#lib/auth/current-account';
import { prescriptionFilterOf, prescriptionParsers } from '#lib/contract/prescriptions/prescription-filter';
import { prescriptionsQuery } from '#lib/contract/prescriptions/prescription-queries';
import { listPrescriptions } from '#lib/views/prescriptions/prescription-list';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('prescriptions');
  return { title: t('title') };
}

const readFilter = createLoader(prescriptionParsers);

export default async function PrescriptionsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  const filter = prescriptionFilterOf(await readFilter(searchParams));
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...prescriptionsQuery(filter),
          queryFn: () => listPrescriptions(account, { ...filter, limit: 50 }, requestId),
        }),
      ]}
    >
      <PrescriptionList zone={account.timeZone} own={account.scope.role === 'doctor'} />
    </FirstLoad>
  );
}
