import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BounceClusterList } from '#components/follow-ups/bounce-cluster-list';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { bounceClustersQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { may } from '#lib/domain/access/permission';
import { listIncidents } from '#lib/views/follow-ups/bounce-clusters';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('incidents');
  return { title: t('title') };
}

export default async function IncidentsPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'incidents.read')) {
    const t = await getTranslations('failure');
    return <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('adminsOnlyHere')} />;
  }
  return (
    <FirstLoad
      load={(queries) => [queries.fetchQuery({ ...bounceClustersQuery, queryFn: () => listIncidents(account) })]}
    >
      <BounceClusterList zone={account.timeZone} />
    </FirstLoad>
  );
}
