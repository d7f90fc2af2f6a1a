'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Refused } from '#lib/contract/base/request-json';
import { takesKeys } from '../ui/field/keyboard-target.ts';
import type { ShellAccount } from './account.ts';
import { GlassBanner } from './break-glass-banner.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { LiveLine } from './live-line.tsx';
import { SideNav } from './nav.tsx';
import { OpsBanner } from './ops-alerts.tsx';
import { TopBar } from './top-bar.tsx';
import { useIdleLock } from './use-idle-lock.ts';

const SearchPalette = dynamic(() => import('./search-palette.tsx').then((module) => module.SearchPalette), {
  ssr: false,
});
const KeyHelp = dynamic(() => import('./key-help.tsx').then((module) => module.KeyHelp), { ssr: false });
const loadLock = () => import('./lock-screen.tsx').then((module) => module.LockScreen);
/** The cover comes at once, whatever the network does; the question for the password a moment later. */
const LockScreen = dynamic(loadLock, { ssr: false, loading: () => <div className="fixed inset-0 z-50 bg-paper" /> });

type Props = { readonly account: ShellAccount; readonly renderedAt: number; readonly children: ReactNode };

/** Everything around a screen: where one may go, who one is, how fresh it all is, and the lock. */
export function Shell({ account, renderedAt, children }: Props) {
  const t = useTranslations('shell');
  const router = useRouter();
  const locale = useLocale();
  const { reason, secondsLeft, stay, lock, unlock } = useIdleLock();
  const ended = useCallback(() => lock('ended'), [lock]);
  const [queries] = useState(() => queryClient(ended));
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);

  useEffect(() => {
    // Long before it is needed, so that a screen can lock without a network.
    const soon = setTimeout(() => void loadLock(), 5_000);
    return () => clearTimeout(soon);
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const searching = event.key === 'k' && (event.ctrlKey || event.metaKey);
      const wanted = searching
        ? 'search'
        : takesKeys(event)
          ? null
          : event.key === '/'
            ? 'search'
            : event.key === '?'
              ? 'keys'
              : null;
      if (wanted === null) return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(wanted);
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);

  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <I18nProvider locale={locale}>
          <RouterProvider navigate={(href) => router.push(href)}>
            <LiveLine renderedAt={renderedAt} resting={reason !== null} onEnded={ended}>
              <a
                href="#main"
                className="sr-only z-50 rounded bg-card px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
              >
                {t('skip')}
              </a>
              <div className="grid min-h-dvh lg:grid-cols-[208px_minmax(0,1fr)] print:block">
                <SideNav role={account.role} />
                <div className="min-w-0">
                  <TopBar
                    account={account}
                    onSearch={() => setOpen('search')}
                    onKeys={() => setOpen('keys')}
                    onLock={() => lock('asked')}
                  />
                  {account.role === 'admin' ? <OpsBanner /> : null}
                  {account.role === 'doctor' ? <GlassBanner /> : null}
                  <main id="main" tabIndex={-1} className="max-w-360 p-6 outline-none! max-md:p-4 print:p-0">
                    {children}
                  </main>
                </div>
              </div>
              {open === 'search' ? <SearchPalette onClose={() => setOpen(null)} /> : null}
              {open === 'keys' ? <KeyHelp onClose={() => setOpen(null)} /> : null}
              {secondsLeft !== null && reason === null ? <IdleWarning secondsLeft={secondsLeft} onStay={stay} /> : null}
              {reason === null ? null : <LockScreen reason={reason} email={account.email} onUnlock={unlocked} />}
            </LiveLine>
          </RouterProvider>
        </I18nProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );

  function unlocked(): void {
    unlock();
    void queries.invalidateQueries();
  }
}

function queryClient(ended: () => void): QueryClient {
  const onError = (error: Error): void => (error instanceof Refused && error.status === 401 ? ended() : undefined);
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof Refused && error.status >= 400 && error.status < 500),
      },
    },
  });
}
