import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { DeadLetterBoard } from '#components/dead-letters/dead-letter-board';
import { currentAccount } from '#lib/auth/current-account';
import { askedOnScreen } from '#lib/contract/base/list-address';
import { usualPage } from '#lib/contract/base/pages-query';
import { deadLetterGroupsQuery, deadLettersQuery } from '#lib/contract/dead-letters/dead-letter-queries';
import { deadLetterGroupsList, deadLettersList } from '#lib/contract/dead-letters/dead-letters-list';
import { may } from '#lib/domain/access/permission';
import { listDeadLetterGroups } from '#lib/views/dead-letters/dead-letter-groups';
import { listDeadLetters } from '#lib/views/dead-letters/dead-letters';
import { FirstLoad } from '../first-load';
import type { ListPageProps } from '../list-page';

export async function generateMetadata() {
  const t = await getTranslations('deadLetters');
  return { title: t('title') };
}

export default async function DeadLettersPage({ searchParams }: ListPageProps) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dead-letters.read')) return <ForbiddenScreen permission="dead-letters.read" />;
  const values = await searchParams;
  const asked = askedOnScreen(deadLetterGroupsList, values);
  const { fingerprint } = values;
  const letters =
    typeof fingerprint === 'string' ? { ...askedOnScreen(deadLettersList, values), fingerprint } : undefined;
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({
          ...deadLetterGroupsQuery(asked),
          queryFn: () => listDeadLetterGroups(account, { ...asked, limit: usualPage }),
        }),
        ...(letters === undefined
          ? []
          : [
              queries.infiniteQuery({
                ...deadLettersQuery(letters),
                queryFn: () => listDeadLetters(account, { ...letters, limit: usualPage }),
              }),
            ]),
      ]}
    >
      <DeadLetterBoard />
    </FirstLoad>
  );
}
