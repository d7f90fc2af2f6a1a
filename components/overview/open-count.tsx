'use client';

import { useTranslations } from 'next-intl';

/** How many wait, beside the word of a place. */
export function OpenCount({ count }: { readonly count: number | undefined }) {
  const t = useTranslations('shell');
  if (!count) return null;
  return (
    <span className="ml-auto font-semibold text-bad text-sm">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('count', { count })}</span>
    </span>
  );
}
