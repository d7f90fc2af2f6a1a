'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyButton } from '#components/ui/copy-button';
import { Note } from '#components/ui/note';
import type { HandedOut } from '#lib/contract/access/access';
import { useDated } from '#lib/i18n/use-dated';

/** A one-time link, shown this once. */
export function HandedLink({ handed }: { readonly handed: HandedOut }) {
  const t = useTranslations('access');
  const dated = useDated();
  const until = dated.moment(new Date(handed.expiresAt));
  return (
    <div className="flex flex-col gap-3">
      <Note tone="info" icon={KeyRound} role="status">
        {handed.mailedTo === null ? t('linkOnly', { until }) : t('linkMailed', { address: handed.mailedTo, until })}
      </Note>
      <code data-link className="break-all rounded-md bg-sunken p-2.5 text-xs">
        {handed.link}
      </code>
      <div>
        <CopyButton label={t('copyLink')} text={() => handed.link} />
      </div>
    </div>
  );
}
