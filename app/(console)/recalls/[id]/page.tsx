import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { RecallCase } from '#components/recalls/recall-case';
import { currentAccount } from '#lib/auth/current-account';
import { recallPeopleQuery, recallQuery } from '#lib/contract/recalls/recall-queries';
import { may } from '#lib/domain/access/permission';
import { getRecall } from '#lib/views/recalls/recall-detail';
import { listRecallPeople } from '#lib/views/recalls/recall-people';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('recalls.case');
  return { title: t('title') };
}

export default async function RecallPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'recalls.read')) return <ForbiddenScreen permission="recalls.read" />;
  const id = decodeURIComponent((await params).id);
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.query({ ...recallQuery(id), queryFn: () => getRecall(account, id, requestId) }),
        queries.infiniteQuery({
          ...recallPeopleQuery(id, 'all'),
          queryFn: () => listRecallPeople(account, id, { show: 'all', limit: 50 }, requestId),
        }),
      ]}
    >
      <RecallCase id={id} acts={may(account.scope, 'recalls.act')} inCharge={may(account.scope, 'recalls.close')} />
    </FirstLoad>
  );
}
