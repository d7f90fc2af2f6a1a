import { getTranslations } from 'next-intl/server';
import { RecallList } from '#components/recalls/recall-list';
import { recallsList } from '#lib/contract/recalls/recalls-list';
import { may } from '#lib/domain/access/permission';
import { listRecalls } from '#lib/views/recalls/recalls';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('recalls');
  return { title: t('title') };
}

export default function RecallsPage({ searchParams }: ListPageProps) {
  return (
    <ListPage
      list={recallsList}
      view={listRecalls}
      screen={({ timeZone, scope }) => <RecallList zone={timeZone} acts={may(scope, 'recalls.act')} />}
      searchParams={searchParams}
    />
  );
}
