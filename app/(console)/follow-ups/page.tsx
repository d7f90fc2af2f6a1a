import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FollowUpBoard } from '#components/follow-ups/follow-up-board';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { followUpsQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { may } from '#lib/domain/access/permission';
import { listFollowUps } from '#lib/views/follow-ups/follow-ups';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('followUps');
  return { title: t('title') };
}

export default async function FollowUpsPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'follow-ups.read')) {
    const t = await getTranslations('failure');
    return <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('doctorsOnly')} />;
  }
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...followUpsQuery,
          queryFn: () => listFollowUps(account, { limit: 100 }, requestId),
        }),
      ]}
    >
      <FollowUpBoard zone={account.timeZone} />
    </FirstLoad>
  );
}
