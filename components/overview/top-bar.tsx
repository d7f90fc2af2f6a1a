'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components/Button';
import { Kbd } from '#components/ui/kbd';
import type { ShellAccount } from './account.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { LivePill } from './live-pill.tsx';
import { NarrowNav } from './nav.tsx';
import { OpsBadge } from './ops-alerts.tsx';

type Props = {
  readonly account: ShellAccount;
  readonly onSearch: () => void;
  readonly onKeys: () => void;
  readonly onLock: () => void;
};

export function TopBar({ account, onSearch, onKeys, onLock }: Props) {
  const t = useTranslations('search');
  return (
    <header className="no-print sticky top-0 z-30 flex min-h-14 items-center gap-4 border-line border-b bg-card px-6 py-2 max-lg:gap-2 max-md:px-4">
      <NarrowNav role={account.role} />
      <Button
        onPress={onSearch}
        className="flex min-h-9 min-w-9 max-w-115 flex-1 cursor-pointer items-center gap-2 rounded-md border border-control bg-paper px-2.5 text-ink-3 hover:border-ink-3"
      >
        <Search aria-hidden />
        <span className="truncate">{t('placeholder')}</span>
        <span aria-hidden className="ml-auto max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      </Button>
      <LivePill />
      <div className="ml-auto flex min-w-0 items-center gap-1">
        {account.role === 'admin' ? <OpsBadge /> : null}
        <LanguageMenu />
        <AccountMenu account={account} onKeys={onKeys} onLock={onLock} />
      </div>
    </header>
  );
}
