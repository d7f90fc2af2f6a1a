import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { AlertList } from '#components/stock/alert-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { alertsQuery } from '#lib/contract/overview/pharmacy-queries';
import { alertParsers, filterOf } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { listAlerts } from '#lib/views/stock/alerts';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(alertParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.alert');
  return { title: t('title') };
}

export default async function AlertsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'alerts.read')) return <ForbiddenScreen />;
  const { kind, state, location } = await readFilter(searchParams);
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({
          ...alertsQuery(filterOf({ kind, state, location })),
          queryFn: () =>
            listAlerts(account, {
              ...{ kind: kind ?? undefined, state: state ?? undefined, location: location ?? undefined, limit: 50 },
            }),
        }),
      ]}
    >
      <AlertList zone={account.timeZone} />
    </FirstLoad>
  );
}
