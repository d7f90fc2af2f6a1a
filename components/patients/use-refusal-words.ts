import { useTranslations } from 'next-intl';
import { Refused } from '#lib/contract/base/request-json';

const words = {
  'same-person': 'samePerson',
  'linked-elsewhere': 'linkedElsewhere',
  'not-linked': 'notLinked',
  forbidden: 'forbidden',
  'not-found': 'notFound',
  invalid: 'invalid',
} as const;

/** Returns the words for a refused change; null where nothing was refused. */
export function useRefusalWords(): (error: Error | null) => string | null {
  const t = useTranslations('patient.refused');
  return (error) => {
    if (error === null) return null;
    const code = error instanceof Refused ? error.code : null;
    return t(Object.entries(words).find(([known]) => known === code)?.[1] ?? 'other');
  };
}
