import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { Directories } from '#components/directories/directories';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/access/permission';

export async function generateMetadata() {
  const t = await getTranslations('directories');
  return { title: t('title') };
}

export default async function DirectoriesPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'directories.import')) return <ForbiddenScreen permission="directories.import" />;
  return <Directories reads={may(account.scope, 'products.read')} />;
}
