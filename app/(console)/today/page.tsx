import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { TodayBoard } from '#components/overview/today-board';
import { currentAccount } from '#lib/auth/current-account';
import { todayQuery } from '#lib/contract/overview/pharmacy-queries';
import { may } from '#lib/domain/access/permission';
import { getToday } from '#lib/views/overview/pharmacy-today';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.today');
  return { title: t('title') };
}

export default async function TodayPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'stock.read')) return <ForbiddenScreen permission="stock.read" />;
  return (
    <FirstLoad
      load={(queries, requestId) => [queries.query({ ...todayQuery, queryFn: () => getToday(account, requestId) })]}
    >
      <TodayBoard zone={account.timeZone} />
    </FirstLoad>
  );
}
