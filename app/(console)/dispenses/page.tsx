import { getTranslations } from 'next-intl/server';
import { DispenseList } from '#components/dispenses/dispense-list';
import { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.dispenses');
  return { title: t('title') };
}

export default function DispensesPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={dispensesList}
      view={listDispenses}
      screen={({ timeZone }) => <DispenseList zone={timeZone} />}
      searchParams={searchParams}
    />
  );
}
