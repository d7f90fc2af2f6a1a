import { BookOpenCheck, MailWarning, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { replayOf } from '#lib/contract/dead-letters/dead-letter-queries';
import type { EventDetail } from '#lib/contract/ledger/event';

/** Links from an event: to its dead letter, or to a replay's preview of it or of its whole type. */
export function EventWays({ event }: { readonly event: EventDetail }) {
  const t = useTranslations('event');
  const { seq, status, type, purgedAt } = event;
  const refused = status === 'quarantined' || status === 'dead';
  if (purgedAt !== null || status === 'received') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {refused ? (
        <ButtonLink href={`/dead-letters?open=${seq}`}>
          <MailWarning aria-hidden /> {t('deadLetter')}
        </ButtonLink>
      ) : null}
      {refused || status === 'ignored' ? (
        <ButtonLink href={replayOf({ ids: [seq] })}>
          <RotateCw aria-hidden /> {t('replay')}
        </ButtonLink>
      ) : null}
      {status === 'processed' && type !== null ? (
        <ButtonLink href={replayOf({ status, type })}>
          <BookOpenCheck aria-hidden /> {t('reread')}
        </ButtonLink>
      ) : null}
    </div>
  );
}
