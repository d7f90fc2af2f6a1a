import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { NewReplay } from '#components/replays/new-replay';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/access/permission';
import { typesRead } from '#lib/views/base/types-read';

export async function generateMetadata() {
  const t = await getTranslations('replays');
  return { title: t('new.title') };
}

export default async function NewReplayPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'replays.run')) return <ForbiddenScreen permission="replays.run" />;
  return <NewReplay types={typesRead} />;
}
