import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NotYours } from '#components/pharmacy/not-yours';
import { QueueList } from '#components/pharmacy/queue-list';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { queueQuery } from '#lib/queries/pharmacy-queries';
import { listQueue } from '#lib/views/queue';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.queue');
  return { title: t('title') };
}

export default async function QueuePage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dispenses.read')) return <NotYours />;
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
