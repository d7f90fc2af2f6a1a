import { getFormatter, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/ui/empty-state';
import { holdersOf, type Permission } from '#lib/domain/access/permission';

/** A screen for somebody who has no right to it: it says who has. */
export async function ForbiddenScreen({ permission }: { readonly permission: Permission }) {
  const [t, format] = await Promise.all([getTranslations('failure'), getFormatter()]);
  const who = format.list(holdersOf(permission).map((position) => t(`holders.${position}`)));
  return (
    <>
      <h1 className="sr-only">{t('forbiddenTitle')}</h1>
      <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('onlyThese', { who })} />
    </>
  );
}
