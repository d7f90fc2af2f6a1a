import { getTranslations } from 'next-intl/server';
import { EmptyState } from './empty-state.tsx';

/** The answer on a pharmacy's screen to any other role. */
export async function ForbiddenScreen() {
  const t = await getTranslations('failure');
  return (
    <>
      <h1 className="sr-only">{t('forbiddenTitle')}</h1>
      <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('pharmacistsOnly')} />
    </>
  );
}
