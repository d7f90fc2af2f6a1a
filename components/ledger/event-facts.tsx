'use client';

import { MailWarning } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExactMoment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { Note } from '#components/ui/note';
import type { EventDetail } from '#lib/contract/ledger/event';
import { EventStatus } from './event-status.tsx';

export function EventFacts({ event }: { readonly event: EventDetail }) {
  const t = useTranslations('event');
  const causes = useTranslations('deadCause');
  const subjects = useTranslations('subject');
  const format = useFormatter();
  return (
    <>
      {event.cause === null ? null : (
        <Note tone="warn" icon={MailWarning}>
          <p className="font-semibold">{causes(event.cause)}</p>
          {event.paths.map((path) => (
            <code key={path} className="block break-words text-xs">
              {path}
            </code>
          ))}
        </Note>
      )}
      {event.unreadable.length === 0 ? null : (
        <Note tone="warn" icon={MailWarning}>
          <p className="font-semibold">{t('unreadable')}</p>
          {event.unreadable.map((path) => (
            <code key={path} className="block break-words text-xs">
              {path}
            </code>
          ))}
        </Note>
      )}
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm max-sm:grid-cols-1 max-sm:gap-y-0.5">
        <Fact label={t('status')}>
          <EventStatus status={event.status} />
        </Fact>
        <Fact label={t('type')}>{event.type === null ? <NotSupplied /> : <code>{event.type}</code>}</Fact>
        {event.wireType === null || event.wireType === event.type ? null : (
          <Fact label={t('wireType')}>
            <code>{event.wireType}</code>
          </Fact>
        )}
        <Fact label={t('id')}>
          <code>{event.messageId}</code>
        </Fact>
        <Fact label={t('source')}>
          {event.source}
          {event.environment === null ? null : ` · ${event.environment}`}
        </Fact>
        <Fact label={t('occurred')}>
          {event.occurredAt === null ? <NotSupplied /> : <ExactMoment at={event.occurredAt} />}
        </Fact>
        <Fact label={t('received')}>
          <ExactMoment at={event.receivedAt} />
        </Fact>
        {event.processedAt === null ? null : (
          <Fact label={t('processed')}>
            <ExactMoment at={event.processedAt} />
          </Fact>
        )}
        <Fact label={t('attempts')}>
          {format.number(event.attempts)}
          {event.nextAttemptAt === null || event.status !== 'received' ? null : (
            <>
              {' '}
              · {t('nextAttempt')} <ExactMoment at={event.nextAttemptAt} />
            </>
          )}
        </Fact>
        <Fact label={t('duplicates')}>{format.number(event.duplicates)}</Fact>
        {event.correlationId === null ? null : (
          <Fact label={t('correlation')}>
            <code>{event.correlationId}</code>
          </Fact>
        )}
        {event.actorId === null ? null : (
          <Fact label={t('actor')}>
            <code>{event.actorId}</code>
          </Fact>
        )}
        {event.subjects.length === 0 ? null : (
          <Fact label={t('about')}>
            <ul>
              {event.subjects.map((subject) => (
                <li key={`${subject.kind} ${subject.id}`}>
                  {subjects(subject.kind)}{' '}
                  {subject.kind === 'prescription' ? (
                    <Link
                      prefetch={false}
                      href={`/prescriptions/${encodeURIComponent(subject.id)}`}
                      className="text-brand"
                    >
                      <code>{subject.id}</code>
                    </Link>
                  ) : (
                    <code>{subject.id}</code>
                  )}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label={t('digest')}>
          <code className="text-xs">{event.digest}</code>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 break-words [&_code]:break-all">{children}</dd>
    </>
  );
}
