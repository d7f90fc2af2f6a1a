'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';

const words = {
  'same-person': 'samePerson',
  'linked-elsewhere': 'linkedElsewhere',
  'not-linked': 'notLinked',
  forbidden: 'forbidden',
  'not-found': 'notFound',
  invalid: 'invalid',
} as const;

/** The reason why nothing was changed. */
export function RefusedAction({ error }: { readonly error: Error | null }) {
  const t = useTranslations('patient.refused');
  if (error === null) return null;
  const code = error instanceof Refused ? error.code : null;
  return (
    <Note tone="bad" icon={CircleAlert} role="alert">
      {t(Object.entries(words).find(([known]) => known === code)?.[1] ?? 'other')}
    </Note>
  );
}
