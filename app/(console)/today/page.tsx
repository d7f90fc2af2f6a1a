import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NotYours } from '#components/pharmacy/not-yours';
import { TodayBoard } from '#components/pharmacy/today-board';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { todayQuery } from '#lib/queries/pharmacy-queries';
import { getToday } from '#lib/views/pharmacy-today';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.today');
  return { title: t('title') };
}

export default async function TodayPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'stock.read')) return <NotYours />;
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.fetchQuery({ ...todayQuery, queryFn: () => getToday(account, requestId) }),
      ]}
    >
      <TodayBoard zone={account.timeZone} />
    </FirstLoad>
  );
}
