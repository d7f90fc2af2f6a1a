import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { ReplayRun } from '#components/replays/replay-run';
import { currentAccount } from '#lib/auth/current-account';
import { replayQuery } from '#lib/contract/replays/replay-queries';
import { may } from '#lib/domain/access/permission';
import { getReplay } from '#lib/views/replays/replays';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('replays');
  return { title: t('one') };
}

export default async function ReplayPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dead-letters.read')) return <ForbiddenScreen permission="dead-letters.read" />;
  const { id } = await params;
  const queryFn = () => getReplay(account, id);
  return (
    <FirstLoad load={(queries) => [queries.query({ ...replayQuery(id), queryFn })]}>
      <ReplayRun id={id} />
    </FirstLoad>
  );
}
