import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { RetentionScreen } from '#components/retention/retention-screen';
import { currentAccount } from '#lib/auth/current-account';
import { retentionQuery } from '#lib/contract/retention/retention-queries';
import { may } from '#lib/domain/access/permission';
import { getRetention } from '#lib/views/retention/retention';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('retention');
  return { title: t('title') };
}

export default async function RetentionPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'retention.manage')) return <ForbiddenScreen permission="retention.manage" />;
  return (
    <FirstLoad load={(queries) => [queries.query({ ...retentionQuery, queryFn: () => getRetention(account) })]}>
      <RetentionScreen zone={account.timeZone} />
    </FirstLoad>
  );
}
