import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { EventStream } from '#components/ledger/event-stream';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { eventFilterOf, eventParsers } from '#lib/contract/ledger/event-filter';
import { eventsQuery } from '#lib/contract/ledger/event-queries';
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
  if (account.scope.role !== 'admin') {
    const t = await getTranslations('failure');
    return (
      <>
        <h1 className="sr-only">{t('forbiddenTitle')}</h1>
        <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('adminsOnly')} />
      </>
    );
  }
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
