import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { NameParityBoard } from '#components/connections/legacy-subject-parity';
import { currentAccount } from '#lib/auth/current-account';
import { namesQuery } from '#lib/contract/connections/legacy-subject-queries';
import { may } from '#lib/domain/access/permission';
import { getNameParity } from '#lib/views/connections/legacy-subject-parity';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('names');
  return { title: t('title') };
}

export default async function LegacyPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'names.read')) return <ForbiddenScreen permission="names.read" />;
  const asked = { days: 30 };
  const query = { ...namesQuery({ ...asked, source: null }), queryFn: () => getNameParity(account, asked) };
  return (
    <FirstLoad load={(queries) => [queries.query(query)]}>
      <NameParityBoard />
    </FirstLoad>
  );
}
