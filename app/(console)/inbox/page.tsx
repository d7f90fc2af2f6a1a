import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { DemoInbox } from '#components/mail/demo-inbox';
import { EmptyState } from '#components/ui/empty-state';
import { currentAccount } from '#lib/auth/current-account';
import { getInbox } from '#lib/views/mail/inbox';

export async function generateMetadata() {
  const t = await getTranslations('inbox');
  return { title: t('title') };
}

const readOpen = createLoader({ open: parseAsString });

export default async function InboxPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  const { open } = await readOpen(searchParams);
  const [t, inbox] = await Promise.all([getTranslations('inbox'), getInbox(account, open)]);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-2 text-sm">{t('what')}</p>
      </div>
      {inbox === null ? (
        <EmptyState kind="no-access" title={t('off')} advice={t('offAdvice')} />
      ) : (
        <DemoInbox inbox={inbox} />
      )}
    </div>
  );
}
