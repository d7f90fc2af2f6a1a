'use client';

import { useTranslations } from 'next-intl';

/** No sender gave it, and nothing stands in for it. */
export function NotSupplied() {
  const t = useTranslations('common');
  return <span className="text-ink-3">{t('notSupplied')}</span>;
}
