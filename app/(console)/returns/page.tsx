import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { NotYours } from '#components/pharmacy/not-yours';
import { ReturnList } from '#components/pharmacy/return-list';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { filterOf, returnParsers } from '#lib/queries/pharmacy-filter';
import { returnsQuery } from '#lib/queries/pharmacy-queries';
import { listReturns } from '#lib/views/return-list';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(returnParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.returns');
  return { title: t('title') };
}

export default async function ReturnsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dispenses.read')) return <NotYours />;
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
