import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { FlowBoard } from '#components/flow/flow-board';
import { currentAccount } from '#lib/auth/current-account';
import { flowQuery, recipientsQuery } from '#lib/contract/flow/flow-queries';
import { may } from '#lib/domain/access/permission';
import { getFlow } from '#lib/views/flow/flow';
import { listRecipients } from '#lib/views/flow/ops-recipients';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('flow');
  return { title: t('title') };
}

export default async function FlowPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'flow.read')) return <ForbiddenScreen permission="flow.read" />;
  return (
    <FirstLoad
      load={(queries) => [
        queries.query({ ...flowQuery, queryFn: () => getFlow(account) }),
        queries.query({ ...recipientsQuery, queryFn: () => listRecipients(account) }),
      ]}
    >
      <FlowBoard zone={account.timeZone} />
    </FirstLoad>
  );
}
