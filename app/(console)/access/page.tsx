import type { QueryClient } from '@tanstack/react-query';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessHome } from '#components/access/access-home';
import { Accounts } from '#components/access/accounts';
import { AuditLog } from '#components/access/audit-log';
import { GlassReviews } from '#components/access/break-glass-reviews';
import { ForbiddenScreen } from '#components/access/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { type AccessTab, accessTabOf } from '#lib/contract/access/access-tabs';
import { accountsAtOnce, accountsList } from '#lib/contract/access/accounts-list';
import { breakGlassList } from '#lib/contract/access/break-glass-list';
import { type AddressValues, askedOnScreen } from '#lib/contract/base/list-address';
import { listQuery } from '#lib/contract/base/list-query';
import { usualPage } from '#lib/contract/base/pages-query';
import { auditList } from '#lib/contract/ledger/audit-list';
import type { Account } from '#lib/domain/access/account';
import { may } from '#lib/domain/access/permission';
import { listAccounts } from '#lib/views/access/access';
import { listBreakGlassReviews } from '#lib/views/access/break-glass';
import { listAudit } from '#lib/views/ledger/audit';
import { FirstLoad } from '../first-load';
import type { ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('access');
  return { title: t('title') };
}

/** The first rows of the tab that is open, besides the accounts, by whose names the log is filtered. */
function rowsOf(queries: QueryClient, tab: AccessTab, account: Account, values: AddressValues): Promise<unknown>[] {
  if (tab === 'log') {
    const asked = askedOnScreen(auditList, values);
    const queryFn = () => listAudit(account, { ...asked, limit: usualPage });
    return [queries.infiniteQuery({ ...listQuery(auditList, asked), queryFn })];
  }
  if (tab === 'break-glass') {
    const asked = askedOnScreen(breakGlassList, values);
    const queryFn = () => listBreakGlassReviews(account, { ...asked, limit: usualPage });
    return [queries.infiniteQuery({ ...listQuery(breakGlassList, asked), queryFn })];
  }
  return [];
}

export default async function AccessPage({ searchParams }: ListPageProps) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'access.read')) return <ForbiddenScreen permission="access.read" />;
  const values = await searchParams;
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({
          ...listQuery(accountsList, {}, { limit: accountsAtOnce }),
          queryFn: () => listAccounts(account, { limit: accountsAtOnce }),
        }),
        ...rowsOf(queries, accessTabOf(values['tab']), account, values),
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
