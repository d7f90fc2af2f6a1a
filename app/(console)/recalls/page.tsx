import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RecallList } from '#components/recall/recall-list';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { recallsQuery } from '#lib/queries/recall-queries';
import { listRecalls } from '#lib/views/recalls';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('recalls');
  return { title: t('title') };
}

export default async function RecallsPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'recalls.read')) {
    const t = await getTranslations('failure');
    return <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('forbiddenAdvice')} />;
  }
  return (
    <FirstLoad
      load={(queries) => [queries.fetchQuery({ ...recallsQuery, queryFn: () => listRecalls(account, { limit: 200 }) })]}
    >
      <RecallList zone={account.timeZone} acts={may(account.scope, 'recalls.act')} />
    </FirstLoad>
  );
}
