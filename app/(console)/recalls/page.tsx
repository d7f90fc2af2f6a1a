import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { RecallList } from '#components/recalls/recall-list';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { recallsQuery } from '#lib/contract/recalls/recall-queries';
import { recallListParsers } from '#lib/contract/recalls/recall-view';
import { may } from '#lib/domain/access/permission';
import { listRecalls } from '#lib/views/recalls/recalls';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(recallListParsers);

export async function generateMetadata() {
  const t = await getTranslations('recalls');
  return { title: t('title') };
}

export default async function RecallsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'recalls.read')) {
    const t = await getTranslations('failure');
    return <EmptyState kind="no-access" title={t('forbiddenTitle')} advice={t('forbiddenAdvice')} />;
  }
  const state = (await readFilter(searchParams)).state ?? undefined;
  return (
    <FirstLoad
      load={(queries) => [
        queries.infiniteQuery({
          ...recallsQuery({ state }),
          queryFn: () => listRecalls(account, { state, limit: 50 }),
        }),
      ]}
    >
      <RecallList zone={account.timeZone} acts={may(account.scope, 'recalls.act')} />
    </FirstLoad>
  );
}
