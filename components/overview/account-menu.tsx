'use client';

import { CircleUserRound, Inbox, Keyboard, LockKeyhole, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MenuButton } from '#components/ui/menu-button';
import { signOut } from '#lib/contract/base/session-requests';
import type { ShellAccount } from './account.ts';

type Props = { readonly account: ShellAccount; readonly onKeys: () => void; readonly onLock: () => void };

export function AccountMenu({ account, onKeys, onLock }: Props) {
  const t = useTranslations('shell');
  const { name, email, role, inCharge, tenantName, timeZone, demo } = account;

  async function leave(): Promise<void> {
    await signOut();
    window.location.assign('/sign-in');
  }

  return (
    <MenuButton
      look="quiet"
      className="min-w-0 shrink! px-2 max-md:w-8 max-md:justify-center"
      label={t('accountMenu')}
      name={t('account', { name, tenant: tenantName })}
      atEnd
      above={
        <>
          <span className="font-semibold text-ink text-sm">{name}</span>
          <span>{email}</span>
          <span>
            {t(inCharge ? 'roles.inCharge' : `roles.${role}`)} · {tenantName} · {timeZone}
          </span>
        </>
      }
      choices={[
        ...(demo ? [{ id: 'inbox', label: t('inbox'), icon: Inbox, href: '/inbox' }] : []),
        { id: 'keys', label: t('keys'), icon: Keyboard },
        { id: 'lock', label: t('lock'), icon: LockKeyhole },
        { id: 'leave', label: t('signOut'), icon: LogOut },
      ]}
      onChoose={(id) => {
        if (id === 'keys') onKeys();
        if (id === 'lock') onLock();
        if (id === 'leave') void leave();
      }}
    >
      <CircleUserRound aria-hidden className="md:hidden" />
      <span className="truncate max-md:hidden">
        {name} · {tenantName}
      </span>
    </MenuButton>
  );
}
