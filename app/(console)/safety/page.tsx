import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { NotYours } from '#components/pharmacy/not-yours';
import { SafetyList } from '#components/pharmacy/safety-list';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { safetyParsers } from '#lib/queries/pharmacy-filter';
import { safetyQuery } from '#lib/queries/pharmacy-queries';
import { listSafety } from '#lib/views/safety';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(safetyParsers);

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.safety');
  return { title: t('title') };
}

export default async function SafetyPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'alerts.read')) return <NotYours />;
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
