import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { ReturnList } from '#components/stock/return-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { returnsQuery } from '#lib/contract/overview/pharmacy-queries';
import { filterOf, returnParsers } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { listReturns } from '#lib/views/stock/return-list';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(returnParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.returns');
  return { title: t('title') };
}

export default async function ReturnsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dispenses.read')) return <ForbiddenScreen />;
  const { state, location } = await readFilter(searchParams);
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...returnsQuery(filterOf({ state, location })),
          queryFn: () =>
            listReturns(account, { state: state ?? undefined, location: location ?? undefined, limit: 50 }, requestId),
        }),
      ]}
    >
      <ReturnList />
    </FirstLoad>
  );
}
