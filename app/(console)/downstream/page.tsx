import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { DownstreamBoard } from '#components/connections/downstream-board';
import { currentAccount } from '#lib/auth/current-account';
import { subscriptionsQuery } from '#lib/contract/connections/downstream-queries';
import { may } from '#lib/domain/access/permission';
import { listSubscriptions } from '#lib/views/connections/downstream';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('downstream');
  return { title: t('title') };
}

export default async function DownstreamPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'downstream.read')) return <ForbiddenScreen permission="downstream.read" />;
  return (
    <FirstLoad
      load={(queries) => [queries.query({ ...subscriptionsQuery, queryFn: () => listSubscriptions(account) })]}
    >
      <DownstreamBoard />
    </FirstLoad>
  );
}
