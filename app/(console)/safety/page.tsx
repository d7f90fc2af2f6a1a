import { getTranslations } from 'next-intl/server';
import { SafetyList } from '#components/dispenses/safety-list';
import { safetyChecksList } from '#lib/contract/dispenses/safety-checks-list';
import { listSafety } from '#lib/views/dispenses/safety';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.safety');
  return { title: t('title') };
}

export default function SafetyPage({ searchParams }: ListPageProps) {
  return (
    <ListPage list={safetyChecksList} view={listSafety} screen={() => <SafetyList />} searchParams={searchParams} />
  );
}
