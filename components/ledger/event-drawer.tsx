'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { CopyButton } from '#components/ui/copy-button';
import { Drawer } from '#components/ui/dialog/drawer';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { eventQuery } from '#lib/contract/ledger/event-queries';
import { EventFacts } from './event-facts.tsx';
import { EventPayload } from './event-payload.tsx';
import { EventWays } from './event-ways.tsx';
import { RelatedEvents } from './related-events.tsx';

type Props = { readonly seq: number; readonly onOpen: (seq: number) => void; readonly onClose: () => void };

/** One event beside the stream: its facts, other events about the same subjects, and its payload for a reason. */
export function EventDrawer({ seq, onOpen, onClose }: Props) {
  const t = useTranslations('event');
  const list = useTranslations('list');
  const query = useQuery(eventQuery(seq));
  const event = query.data;
  return (
    <Drawer
      title={event?.title ?? event?.type ?? t('title')}
      above={t('number', { seq })}
      closeLabel={list('close')}
      onClose={onClose}
    >
      {query.isPending ? <RowSkeleton rows={5} label={list('loading')} /> : null}
      {query.isError && !event ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {event ? (
        <>
          <EventFacts event={event} />
          <EventWays event={event} />
          <EventPayload
            key={event.seq}
            seq={event.seq}
            bytes={event.bytes}
            retainUntil={event.retainUntil}
            purgedAt={event.purgedAt}
          />
          <RelatedEvents events={event.related} onOpen={onOpen} />
          <div className="mt-auto pt-2">
            <CopyButton label={t('copyLink')} text={() => window.location.href} />
          </div>
        </>
      ) : null}
    </Drawer>
  );
}
