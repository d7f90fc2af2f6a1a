import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DownstreamBoard } from '#components/connections/downstream-board';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { subscriptionsQuery } from '#lib/queries/downstream-queries';
import { listSubscriptions } from '#lib/views/downstream';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('downstream');
  return { title: t('title') };
}

export default async function DownstreamPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'downstream.read')) {
    const t = await getTranslations('failure');
    return <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('adminsOnlyHere')} />;
  }
  return (
    <FirstLoad
      load={(queries) => [queries.fetchQuery({ ...subscriptionsQuery, queryFn: () => listSubscriptions(account) })]}
    >
      <DownstreamBoard />
    </FirstLoad>
  );
}
