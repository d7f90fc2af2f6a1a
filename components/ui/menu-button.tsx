'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';
import { Button, type ButtonLook } from '#components/ui/button';
import type { MenuChoice } from './menu-choice.ts';

const load = () => import('#components/ui/menu-popover').then((module) => module.MenuPopover);
const MenuPopover = dynamic(load, { ssr: false });

type Props = {
  readonly look: ButtonLook;
  readonly className?: string;
  /** The label of the menu; also the button's name where `children` are no words. */
  readonly label: string;
  readonly name?: string;
  readonly choices: readonly MenuChoice[];
  readonly chosen?: string;
  readonly above?: ReactNode;
  readonly atEnd?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose?: (id: string) => void;
  readonly children: ReactNode;
};

const nothing = (): void => undefined;

/** A button with a menu. The menu's code is loaded when a hand, a cursor or the focus comes near. */
export function MenuButton({
  look,
  className = '',
  label,
  name,
  isDisabled = false,
  onChoose = nothing,
  children,
  ...menu
}: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={trigger}
        look={look}
        className={className}
        isDisabled={isDisabled}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onHoverStart={() => void load()}
        onFocus={() => void load()}
        onPress={() => setOpen(true)}
      >
        {children}
      </Button>
      {open ? (
        <MenuPopover {...menu} label={label} trigger={trigger} onChoose={onChoose} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
