import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { StockList } from '#components/stock/stock-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { stockItemsQuery } from '#lib/contract/overview/pharmacy-queries';
import { filterOf, stockParsers } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { listStockItems } from '#lib/views/stock/stock-list';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(stockParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.stock');
  return { title: t('title') };
}

export default async function StockPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'stock.read')) return <ForbiddenScreen />;
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
