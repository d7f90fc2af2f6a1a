import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { ExpiryList } from '#components/stock/expiry-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { lotsQuery } from '#lib/contract/overview/pharmacy-queries';
import { expiryParsers, filterOf } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { listLots } from '#lib/views/stock/lot-list';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(expiryParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.expiry');
  return { title: t('title') };
}

export default async function ExpiryPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'lots.read')) return <ForbiddenScreen />;
  const values = await readFilter(searchParams);
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({
          ...lotsQuery(filterOf(values)),
          queryFn: () => {
            const { q, within, decided } = values;
            return listLots(account, {
              q: q ?? undefined,
              decided: decided ?? undefined,
              within: Number(within),
              limit: 50,
            });
          },
        }),
      ]}
    >
      <ExpiryList zone={account.timeZone} me={account.name} />
    </FirstLoad>
  );
}
