import { getTranslations } from 'next-intl/server';
import { ExpiryList } from '#components/stock/expiry-list';
import { lotsList } from '#lib/contract/stock/lots-list';
import { listLots } from '#lib/views/stock/lot-list';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.expiry');
  return { title: t('title') };
}

export default function ExpiryPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={lotsList}
      view={listLots}
      screen={({ timeZone, name }) => <ExpiryList zone={timeZone} me={name} />}
      searchParams={searchParams}
    />
  );
}
