import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { ReplayList } from '#components/replays/replay-list';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { replaysQuery } from '#lib/contract/replays/replay-queries';
import { replayListParsers } from '#lib/contract/replays/replay-view';
import { may } from '#lib/domain/access/permission';
import { listReplays } from '#lib/views/replays/replays';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(replayListParsers);

export async function generateMetadata() {
  const t = await getTranslations('replays');
  return { title: t('title') };
}

export default async function ReplaysPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dead-letters.read')) return <ForbiddenScreen permission="dead-letters.read" />;
  const { state } = await readFilter(searchParams);
  const queryFn = () => listReplays(account, { state: state ?? undefined, limit: 50 });
  return (
    <FirstLoad load={(queries) => [queries.infiniteQuery({ ...replaysQuery(state), queryFn })]}>
      <ReplayList />
    </FirstLoad>
  );
}
