import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { CallSheet } from '#components/recalls/call-sheet';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/access/permission';

export async function generateMetadata() {
  const t = await getTranslations('recalls.sheet');
  return { title: t('title') };
}

export default async function CallSheetPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'recalls.act')) return <ForbiddenScreen permission="recalls.act" />;
  return <CallSheet id={decodeURIComponent((await params).id)} />;
}
