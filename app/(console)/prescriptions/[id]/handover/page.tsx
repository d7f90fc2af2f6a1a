import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HandoverSheet } from '#components/mail/handover-sheet';
import { PrintHandover } from '#components/mail/print-handover';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { getHandover } from '#lib/views/mail/handover';

export async function generateMetadata() {
  const t = await getTranslations('handover');
  return { title: t('title') };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

export default async function HandoverPage({ params }: Props) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  const id = decodeURIComponent((await params).id);
  const requestId = (await headers()).get('x-request-id') ?? crypto.randomUUID();
  const [t, untold, sheet] = await Promise.all([
    getTranslations('handover'),
    getTranslations('untold'),
    getHandover(account, id, requestId),
  ]);
  return (
    <div className="flex flex-col gap-4">
      <h1 className="no-print font-semibold text-xl tracking-tight">{t('title')}</h1>
      {sheet === null ? (
        <EmptyState kind="no-access" title={t('missing')} />
      ) : 'nothing' in sheet ? (
        <EmptyState kind="nothing-yet" title={untold(sheet.nothing)} />
      ) : (
        <>
          <PrintHandover prescriptionId={id} />
          <HandoverSheet sheet={sheet} />
        </>
      )}
    </div>
  );
}
