'use client';

import { useTranslations } from 'next-intl';
import { Moment } from '#components/ui/moment';
import type { LegalHoldRow } from '#lib/contract/retention/retention';

/** The subject of a legal hold, in words. */
export function HoldSubject({ hold }: { readonly hold: LegalHoldRow }) {
  const t = useTranslations('retention');
  return (
    <span className="block min-w-0 leading-tight">
      {t(`kind.${hold.kind}`)}{' '}
      {hold.subject === null ? null : <code className="wrap-anywhere text-xs">{hold.subject}</code>}
      {hold.from === null && hold.to === null ? null : (
        <span className="block text-ink-3 text-xs">
          {t.rich(hold.from === null ? 'until' : hold.to === null ? 'since' : 'between', {
            from: () => (hold.from === null ? null : <Moment at={hold.from} />),
            to: () => (hold.to === null ? null : <Moment at={hold.to} />),
          })}
        </span>
      )}
    </span>
  );
}
