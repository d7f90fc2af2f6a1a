'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';

const known = [
  'amendment-pending',
  'not-open',
  'already-kept',
  'not-revealed',
  'amendment-settled',
  'forbidden',
] as const;

/** The reason why an action on an amendment was refused: mostly that another admin was first. */
export function AmendRefusal({ error }: { readonly error: Error | null }) {
  const t = useTranslations('deadLetters.amend.refusals');
  if (error === null) return null;
  const code = error instanceof Refused ? known.find((one) => one === error.code) : undefined;
  return (
    <Note tone="bad" icon={CircleAlert} role="alert">
      {t(code ?? 'failed')}
    </Note>
  );
}
