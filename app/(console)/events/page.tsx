import { getTranslations } from 'next-intl/server';
import { EventStream } from '#components/ledger/event-stream';
import { eventsList } from '#lib/contract/ledger/events-list';
import { listEvents } from '#lib/views/ledger/events';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('events');
  return { title: t('title') };
}

export default function EventsPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={eventsList}
      view={listEvents}
      screen={({ timeZone }) => <EventStream zone={timeZone} />}
      searchParams={searchParams}
    />
  );
}
