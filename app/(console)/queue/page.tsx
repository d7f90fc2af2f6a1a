import { getTranslations } from 'next-intl/server';
import { QueueList } from '#components/dispenses/queue-list';
import { queueList } from '#lib/contract/dispenses/queue-list';
import { listQueue } from '#lib/views/dispenses/queue';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.queue');
  return { title: t('title') };
}

export default function QueuePage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={queueList}
      view={listQueue}
      screen={({ timeZone }) => <QueueList zone={timeZone} />}
      searchParams={searchParams}
    />
  );
}
