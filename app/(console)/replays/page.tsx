import { getTranslations } from 'next-intl/server';
import { ReplayList } from '#components/replays/replay-list';
import { replaysList } from '#lib/contract/replays/replays-list';
import { listReplays } from '#lib/views/replays/replays';
import { ListPage, type ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('replays');
  return { title: t('title') };
}

export default function ReplaysPage({ searchParams }: ListPageProps) {
  return <ListPage list={replaysList} view={listReplays} screen={() => <ReplayList />} searchParams={searchParams} />;
}
