import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/ui/empty-state';
import { UnassignedList } from '#components/unassigned/unassigned-list';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { unassignedQuery } from '#lib/queries/follow-up-queries';
import { listUnassigned } from '#lib/views/unassigned';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('unassigned');
  return { title: t('title') };
}

export default async function UnassignedPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'unassigned.read')) {
    const t = await getTranslations('failure');
    return <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('adminsOnlyHere')} />;
  }
  return (
    <FirstLoad
      load={(queries) => [
        queries.fetchInfiniteQuery({ ...unassignedQuery, queryFn: () => listUnassigned(account, { limit: 100 }) }),
      ]}
    >
      <UnassignedList zone={account.timeZone} />
    </FirstLoad>
  );
}
