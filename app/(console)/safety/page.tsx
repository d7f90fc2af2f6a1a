import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { SafetyList } from '#components/dispenses/safety-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { safetyQuery } from '#lib/contract/overview/pharmacy-queries';
import { safetyParsers } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { listSafety } from '#lib/views/dispenses/safety';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(safetyParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.safety');
  return { title: t('title') };
}

export default async function SafetyPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'alerts.read')) return <ForbiddenScreen />;
  const values = await readFilter(searchParams);
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...safetyQuery(values.state),
          queryFn: () => listSafety(account, { state: values.state ?? undefined, limit: 50 }, requestId),
        }),
      ]}
    >
      <SafetyList />
    </FirstLoad>
  );
}
