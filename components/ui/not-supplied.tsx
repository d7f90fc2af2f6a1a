'use client';

import { useTranslations } from 'next-intl';

/** No source gave it, and nothing replaces it. */
export function NotSupplied() {
  const t = useTranslations('common');
  return <span className="text-ink-3">{t('notSupplied')}</span>;
}
