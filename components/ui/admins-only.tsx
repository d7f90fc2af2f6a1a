import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/ui/empty-state';

/** The answer on an admin's screen to any other role. */
export async function AdminsOnly() {
  const t = await getTranslations('failure');
  return (
    <>
      <h1 className="sr-only">{t('forbiddenTitle')}</h1>
      <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('adminsOnlyHere')} />
    </>
  );
}
