import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { NotYours } from '#components/pharmacy/not-yours';
import { StockList } from '#components/pharmacy/stock-list';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { filterOf, stockParsers } from '#lib/queries/pharmacy-filter';
import { stockItemsQuery } from '#lib/queries/pharmacy-queries';
import { listStockItems } from '#lib/views/stock-list';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(stockParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.stock');
  return { title: t('title') };
}

export default async function StockPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'stock.read')) return <NotYours />;
  const values = await readFilter(searchParams);
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({
          ...stockItemsQuery(filterOf(values)),
          queryFn: () =>
            listStockItems(account, { q: values.q ?? undefined, show: values.show ?? undefined, limit: 50 }),
        }),
      ]}
    >
      <StockList zone={account.timeZone} />
    </FirstLoad>
  );
}
