'use client';

import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuChoice } from './menu-choice.ts';

type Props = {
  readonly label: string;
  readonly choices: readonly MenuChoice[];
  /** The chosen one, where the menu picks one of several. */
  readonly chosen?: string | undefined;
  readonly above?: ReactNode;
  readonly atEnd?: boolean;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
};

/** The list that drops from a `MenuButton`; loaded when one is first reached for. */
export function MenuPopover({ label, choices, chosen, above, atEnd = false, trigger, onChoose, onClose }: Props) {
  return (
    <Popover
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      triggerRef={trigger}
      placement={atEnd ? 'bottom end' : 'bottom start'}
      offset={4}
      className="min-w-44 rounded-lg border border-line-strong bg-card shadow-raised"
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => onChoose(String(key))}
        className="max-h-80 overflow-y-auto p-1 outline-none"
        {...(chosen === undefined ? {} : { selectionMode: 'single', selectedKeys: [chosen] })}
      >
        <MenuSection>
          {above ? <Header className="flex flex-col px-2 py-1.5 text-ink-2 text-xs">{above}</Header> : null}
          {choices.map(({ id, label: words, icon: Icon, href }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              {...(href === undefined ? {} : { href })}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 py-1 text-ink no-underline selected:font-semibold focus:bg-brand-soft focus-visible:outline-none"
            >
              {Icon ? <Icon aria-hidden /> : null}
              {words}
              {chosen === id ? <Check aria-hidden className="ml-auto text-brand" /> : null}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </Popover>
  );
}
