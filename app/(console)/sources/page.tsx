import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { SourceList } from '#components/connections/source-list';
import { currentAccount } from '#lib/auth/current-account';
import { sourcesQuery } from '#lib/contract/connections/source-queries';
import { may } from '#lib/domain/access/permission';
import { listSources } from '#lib/views/connections/sources';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('sources');
  return { title: t('title') };
}

export default async function SourcesPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'sources.read')) return <ForbiddenScreen permission="sources.read" />;
  return (
    <FirstLoad load={(queries) => [queries.query({ ...sourcesQuery, queryFn: () => listSources(account) })]}>
      <SourceList />
    </FirstLoad>
  );
}
