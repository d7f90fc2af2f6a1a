'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { EmptyState } from '#components/ui/empty-state';
import { Moment } from '#components/ui/moment';
import type { Inbox } from '#lib/contract/mail/inbox';
import { MailText } from './mail-text.tsx';

const lookAgainMs = 3_000;

/** The sent emails, newest first, beside the open one. Fetches by itself while the tab is visible. */
export function DemoInbox({ inbox }: { readonly inbox: Inbox }) {
  const t = useTranslations('inbox');
  const router = useRouter();
  const { items, open } = inbox;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [router]);

  if (items.length === 0) return <EmptyState kind="nothing-yet" title={t('empty')} advice={t('emptyAdvice')} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <ul aria-label={t('title')} className="divide-y divide-line rounded-lg border border-line bg-card">
        {items.map((mail) => (
          <li key={mail.id}>
            <Link
              prefetch={false}
              href={`/inbox?open=${mail.id}`}
              scroll={false}
              aria-current={open?.id === mail.id ? 'true' : undefined}
              className={`flex min-h-11 flex-col px-3 py-2 no-underline hover:bg-sunken ${open?.id === mail.id ? 'bg-brand-soft' : ''}`}
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="truncate font-semibold">{mail.recipient}</span>
                <span className="shrink-0 text-ink-3 text-xs">
                  <Moment at={mail.receivedAt} />
                </span>
              </span>
              <span className="truncate text-ink-2 text-sm">{mail.subject}</span>
            </Link>
          </li>
        ))}
      </ul>
      {open === null ? <p className="p-3 text-ink-2">{t('choose')}</p> : <MailText mail={open} />}
    </div>
  );
}
