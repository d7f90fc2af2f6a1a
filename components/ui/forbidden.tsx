import { getTranslations } from 'next-intl/server';
import { EmptyState } from './empty-state.tsx';

/** A screen of the pharmacy's, for somebody who is not of it. */
export async function ForbiddenScreen() {
  const t = await getTranslations('failure');
  return (
    <>
      <h1 className="sr-only">{t('forbiddenTitle')}</h1>
      <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('pharmacistsOnly')} />
    </>
  );
}
