import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessHome } from '#components/access/access-home';
import { Accounts } from '#components/access/accounts';
import { AuditLog } from '#components/access/audit-log';
import { GlassReviews } from '#components/access/break-glass-reviews';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { accountsQuery } from '#lib/contract/access/access-queries';
import { may } from '#lib/domain/access/permission';
import { listAccounts } from '#lib/views/access/access';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('access');
  return { title: t('title') };
}

export default async function AccessPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'access.read')) return <ForbiddenScreen permission="access.read" />;
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({ ...accountsQuery, queryFn: () => listAccounts(account, { limit: 100 }) }),
      ]}
    >
      <AccessHome
        panels={{
          accounts: <Accounts />,
          log: <AuditLog zone={account.timeZone} />,
          'break-glass': <GlassReviews />,
        }}
      />
    </FirstLoad>
  );
}
