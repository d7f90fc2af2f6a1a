import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Directories } from '#components/directories/directories';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';

export async function generateMetadata() {
  const t = await getTranslations('directories');
  return { title: t('title') };
}

export default async function DirectoriesPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (account.scope.role === 'doctor') {
    const t = await getTranslations('failure');
    return (
      <>
        <h1 className="sr-only">{t('forbiddenTitle')}</h1>
        <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('noDirectories')} />
      </>
    );
  }
  return <Directories reads={account.scope.role === 'pharmacist'} />;
}
