import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { DispenseList } from '#components/dispenses/dispense-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { dispensesQuery } from '#lib/contract/overview/pharmacy-queries';
import { dispenseParsers, filterOf } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(dispenseParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.dispenses');
  return { title: t('title') };
}

export default async function DispensesPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dispenses.read')) return <ForbiddenScreen />;
  const values = await readFilter(searchParams);
  const { q, lot, reviewed, kind, countersign } = values;
  const filter = {
    ...{ q: q ?? undefined, lot: lot ?? undefined, reviewed: reviewed ?? undefined, kind: kind ?? undefined },
    countersign: countersign ?? undefined,
  };
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...dispensesQuery(filterOf(values)),
          queryFn: () => listDispenses(account, { ...filter, limit: 50 }, requestId),
        }),
      ]}
    >
      <DispenseList zone={account.timeZone} />
    </FirstLoad>
  );
}
