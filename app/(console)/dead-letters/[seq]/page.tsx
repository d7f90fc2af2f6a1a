import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { DeadLetterRecord } from '#components/dead-letters/dead-letter-record';
import { currentAccount } from '#lib/auth/current-account';
import { deadLetterQuery } from '#lib/contract/dead-letters/dead-letter-queries';
import { may } from '#lib/domain/access/permission';
import { getDeadLetter } from '#lib/views/dead-letters/dead-letter-detail';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('deadLetters.one');
  return { title: t('title') };
}

export default async function DeadLetterPage({ params }: { readonly params: Promise<{ readonly seq: string }> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'dead-letters.read')) return <ForbiddenScreen permission="dead-letters.read" />;
  const { seq } = await params;
  if (!/^[1-9]\d{0,14}$/.test(seq)) notFound();
  const queryFn = () => getDeadLetter(account, BigInt(seq));
  return (
    <FirstLoad load={(queries) => [queries.query({ ...deadLetterQuery(Number(seq)), queryFn })]}>
      <DeadLetterRecord seq={Number(seq)} />
    </FirstLoad>
  );
}
