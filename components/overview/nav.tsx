'use client';

import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { MenuButton } from '#components/ui/menu-button';
import type { Role } from '#lib/domain/base/scope';
import { BounceClusterCount } from './bounce-cluster-count.tsx';
import { FollowUpCount } from './follow-up-count.tsx';
import { Mark } from './mark.tsx';
import { type NavEntry, navGroups } from './nav-entries.ts';
import { RecallCount } from './recall-count.tsx';

/** The side column of a wide screen. */
export function SideNav({ role }: { readonly role: Role }) {
  const t = useTranslations('shell');
  return (
    <nav
      aria-label={t('navigation')}
      className="no-print sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto border-line border-r bg-sunken px-3 py-4 max-lg:hidden"
    >
      <Link
        prefetch={false}
        href="/"
        className="mb-3 flex items-center gap-2 self-start rounded px-2 font-semibold text-lg tracking-tight no-underline"
      >
        <Mark /> Scriptline
      </Link>
      {navGroups[role].map((group, _at, groups) => (
        <Fragment key={group.name}>
          {groups.length > 1 ? (
            <p className="mt-3 mb-0.5 px-2 text-ink-3 text-xs first-of-type:mt-0">{t(`group.${group.name}`)}</p>
          ) : null}
          {group.entries.map((place) => (
            <NavLink key={place.name} place={place} />
          ))}
        </Fragment>
      ))}
    </nav>
  );
}

function NavLink({ place: { name, href, icon: Icon } }: { readonly place: NavEntry }) {
  const t = useTranslations('shell');
  const here = usePathname().startsWith(href);
  return (
    <Link
      prefetch={false}
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`flex min-h-9 items-center gap-2.5 rounded-md px-2 no-underline ${here ? 'bg-card font-semibold text-ink ring-1 ring-line' : 'text-ink-2 hover:bg-card/60 hover:text-ink'}`}
    >
      <Icon aria-hidden /> {t(name)}
      {name === 'follow-ups' ? <FollowUpCount /> : null}
      {name === 'incidents' ? <BounceClusterCount /> : null}
      {name === 'recalls' ? <RecallCount /> : null}
    </Link>
  );
}

/** The same entries behind one button, where the column has no room. */
export function NarrowNav({ role }: { readonly role: Role }) {
  const t = useTranslations('shell');
  return (
    <div className="flex items-center gap-1 lg:hidden">
      <MenuButton
        look="icon"
        label={t('navigation')}
        name={t('navigation')}
        choices={navGroups[role]
          .flatMap((group) => group.entries)
          .map(({ name, href, icon }) => ({ id: name, label: t(name), href, icon }))}
      >
        <MenuIcon aria-hidden />
      </MenuButton>
      <Mark />
    </div>
  );
}
