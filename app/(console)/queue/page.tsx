import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { QueueList } from '#components/dispenses/queue-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { queueQuery } from '#lib/contract/overview/pharmacy-queries';
import { may } from '#lib/domain/access/permission';
import { listQueue } from '#lib/views/dispenses/queue';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.queue');
  return { title: t('title') };
}

export default async function QueuePage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dispenses.read')) return <ForbiddenScreen />;
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({ ...queueQuery, queryFn: () => listQueue(account, { limit: 50 }, requestId) }),
      ]}
    >
      <QueueList zone={account.timeZone} />
    </FirstLoad>
  );
}
