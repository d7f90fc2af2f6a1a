import { getTranslations } from 'next-intl/server';
import { EmptyState } from './empty-state.tsx';

type Why =
  | ('adminsOnlyHere' | 'pharmacistsOnly' | 'doctorsOnly' | 'adminsOnly')
  | ('noPatients' | 'noDirectories' | 'forbiddenAdvice');

/** In the place of a screen, for a person who has no access to it. */
export async function NoAccess({ why }: { readonly why: Why }) {
  const t = await getTranslations('failure');
  return (
    <>
      <h1 className="sr-only">{t('forbiddenTitle')}</h1>
      <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t(why)} />
    </>
  );
}
