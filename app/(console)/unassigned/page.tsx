import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { UnassignedList } from '#components/prescriptions/unassigned-list';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { unassignedQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { may } from '#lib/domain/access/permission';
import { listUnassigned } from '#lib/views/prescriptions/unassigned';
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
