import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { DeadLetterBoard } from '#components/dead-letters/dead-letter-board';
import { ForbiddenScreen } from '#components/ui/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import { deadLetterFilterOf, deadLetterParsers } from '#lib/contract/dead-letters/dead-letter-filter';
import { deadLetterGroupsQuery, groupsPerPage } from '#lib/contract/dead-letters/dead-letter-queries';
import { may } from '#lib/domain/access/permission';
import { listDeadLetterGroups } from '#lib/views/dead-letters/dead-letter-groups';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('deadLetters');
  return { title: t('title') };
}

const readFilter = createLoader(deadLetterParsers);

export default async function DeadLettersPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dead-letters.read')) return <ForbiddenScreen permission="dead-letters.read" />;
  const filter = deadLetterFilterOf(await readFilter(searchParams));
  const queryFn = () => listDeadLetterGroups(account, { ...filter, limit: groupsPerPage });
  return (
    <FirstLoad load={(queries) => [queries.infiniteQuery({ ...deadLetterGroupsQuery(filter), queryFn })]}>
      <DeadLetterBoard />
    </FirstLoad>
  );
}
