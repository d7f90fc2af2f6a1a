import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { EventStream } from '#components/ledger/event-stream';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { eventFilterOf, eventParsers } from '#lib/contract/ledger/event-filter';
import { eventsQuery } from '#lib/contract/ledger/event-queries';
import { may } from '#lib/domain/access/permission';
import { listEvents } from '#lib/views/ledger/events';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('events');
  return { title: t('title') };
}

const readFilter = createLoader(eventParsers);

export default async function EventsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'events.read')) return <ForbiddenScreen permission="events.read" />;
  const filter = eventFilterOf(await readFilter(searchParams));
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({ ...eventsQuery(filter), queryFn: () => listEvents(account, { ...filter, limit: 50 }) }),
      ]}
    >
      <EventStream zone={account.timeZone} />
    </FirstLoad>
  );
}
