import { getTranslations } from 'next-intl/server';
import { StockList } from '#components/stock/stock-list';
import { stockItemsList } from '#lib/contract/stock/stock-items-list';
import { listStockItems } from '#lib/views/stock/stock-list';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.stock');
  return { title: t('title') };
}

export default function StockPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={stockItemsList}
      view={listStockItems}
      screen={({ timeZone }) => <StockList zone={timeZone} />}
      searchParams={searchParams}
    />
  );
}
