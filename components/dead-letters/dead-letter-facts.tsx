'use client';

import { MailWarning } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExactMoment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { Note } from '#components/ui/note';
import type { DeadLetterDetail } from '#lib/contract/dead-letters/dead-letter';
import { Age } from './age.tsx';
import { DeadLetterState } from './dead-letter-state.tsx';

export function DeadLetterFacts({ letter }: { readonly letter: DeadLetterDetail }) {
  const t = useTranslations('deadLetters.one');
  const causes = useTranslations('deadCause');
  return (
    <>
      <Note tone="warn" icon={MailWarning}>
        <p className="font-semibold">{causes(letter.cause)}</p>
        {letter.paths.map((path) => (
          <code key={path} className="block break-words text-xs">
            {path}
          </code>
        ))}
      </Note>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm max-sm:grid-cols-1 max-sm:gap-y-0.5">
        <Fact label={t('state')}>
          <DeadLetterState state={letter.state} />
        </Fact>
        <Fact label={t('type')}>{letter.type === null ? <NotSupplied /> : <code>{letter.type}</code>}</Fact>
        <Fact label={t('id')}>
          <code>{letter.messageId}</code>
        </Fact>
        <Fact label={t('source')}>{letter.source}</Fact>
        <Fact label={t('queue')}>
          <code>{letter.queue}</code>
        </Fact>
        <Fact label={t('received')}>
          <ExactMoment at={letter.receivedAt} />
        </Fact>
        {letter.state === 'open' ? (
          <Fact label={t('age')}>
            <Age since={letter.receivedAt} />
          </Fact>
        ) : null}
        {letter.settledAt === null ? null : (
          <Fact label={t('settled')}>
            <ExactMoment at={letter.settledAt} />
          </Fact>
        )}
        <Fact label={t('event')}>
          <Link prefetch={false} href={`/events?q=${letter.seq}&open=${letter.seq}`} className="text-brand">
            {t('showEvent', { seq: String(letter.seq) })}
          </Link>
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
