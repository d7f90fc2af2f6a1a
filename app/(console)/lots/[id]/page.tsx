import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { LotScreen } from '#components/dispenses/lot-screen';
import { currentAccount } from '#lib/auth/current-account';
import { lotQuery } from '#lib/contract/overview/pharmacy-queries';
import { may } from '#lib/domain/access/permission';
import { getLot } from '#lib/views/stock/lot-detail';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('pharmacy.lot');
  return { title: t('title') };
}

export default async function LotPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'lots.read')) return <ForbiddenScreen permission="lots.read" />;
  const id = decodeURIComponent((await params).id);
  return (
    <FirstLoad load={(queries) => [queries.query({ ...lotQuery(id), queryFn: () => getLot(account, id) })]}>
      <LotScreen id={id} me={account.name} mayRelease={may(account.scope, 'lots.release')} />
    </FirstLoad>
  );
}
