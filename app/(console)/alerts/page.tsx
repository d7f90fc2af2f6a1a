import { getTranslations } from 'next-intl/server';
import { AlertList } from '#components/stock/alert-list';
import { alertsList } from '#lib/contract/stock/alerts-list';
import { listAlerts } from '#lib/views/stock/alerts';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.alert');
  return { title: t('title') };
}

export default function AlertsPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={alertsList}
      view={listAlerts}
      screen={({ timeZone }) => <AlertList zone={timeZone} />}
      searchParams={searchParams}
    />
  );
}
