'use client';

import { useTranslations } from 'next-intl';

/** The number of waiting items, beside the word of an entry. */
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
