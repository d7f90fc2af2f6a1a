import { getTranslations } from 'next-intl/server';
import { ReturnList } from '#components/stock/return-list';
import { returnsList } from '#lib/contract/dispenses/returns-list';
import { listReturns } from '#lib/views/stock/return-list';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.returns');
  return { title: t('title') };
}

export default function ReturnsPage({ searchParams }: ListPageProps) {
  return <ListPage list={returnsList} view={listReturns} screen={() => <ReturnList />} searchParams={searchParams} />;
}
