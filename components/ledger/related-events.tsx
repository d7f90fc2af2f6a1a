'use client';

import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components/Button';
import type { EventRow } from '#lib/contract/ledger/event';
import { useDated } from '#lib/i18n/use-dated';
import { EventStatus } from './event-status.tsx';

type Props = { readonly events: readonly EventRow[]; readonly onOpen: (seq: number) => void };

/** Other events about the same subjects, newest first. */
export function RelatedEvents({ events, onOpen }: Props) {
  const t = useTranslations('event');
  const dated = useDated();
  return (
    <section aria-labelledby="related" className="border-line border-t pt-4">
      <h3 id="related" className="mb-1 font-semibold">
        {t('related')} <span className="font-medium text-ink-3">{events.length}</span>
      </h3>
      {events.length === 0 ? <p className="text-ink-2 text-sm">{t('noRelated')}</p> : null}
      <ul className="divide-y divide-line">
        {events.map((event) => (
          <li key={event.seq}>
            <Button
              onPress={() => onOpen(event.seq)}
              className="flex min-h-11 w-full py-1 cursor-pointer items-center gap-3 rounded px-1 text-left hover:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <code className="block wrap-anywhere">{event.type ?? event.wireType ?? event.messageId}</code>
                <span className="text-ink-3 text-xs">
                  {event.source} · {dated.full(new Date(event.receivedAt))}
                </span>
              </span>
              <EventStatus status={event.status} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
