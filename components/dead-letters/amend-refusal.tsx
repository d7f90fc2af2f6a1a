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

/** Returns the words for a refused action on an amendment: mostly that somebody else was first. */
export function useAmendRefusal(): (error: Error | null) => string | null {
  const t = useTranslations('deadLetters.amend.refusals');
  return (error) => {
    if (error === null) return null;
    const code = error instanceof Refused ? known.find((one) => one === error.code) : undefined;
    return t(code ?? 'failed');
  };
}

export function AmendRefusal({ error }: { readonly error: Error | null }) {
  const refusal = useAmendRefusal()(error);
  return refusal === null ? null : (
    <Note tone="bad" icon={CircleAlert} role="alert">
      {refusal}
    </Note>
  );
}
