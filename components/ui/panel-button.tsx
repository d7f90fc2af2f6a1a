'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';
import { Button, type ButtonLook } from '#components/ui/button';

const load = () => import('#components/ui/panel').then((module) => module.Panel);
const Panel = dynamic(load, { ssr: false });

type Props = {
  readonly look: ButtonLook;
  /** The label of the panel. */
  readonly label: string;
  /** The button's name where its words alone don't say enough. */
  readonly name?: string;
  readonly atEnd?: boolean;
  readonly children: ReactNode;
  readonly panel: (close: () => void) => ReactNode;
};

/** A button that opens a small dialog beside itself. */
export function PanelButton({ look, label, name, atEnd = false, children, panel }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        ref={trigger}
        look={look}
        aria-haspopup="dialog"
        aria-expanded={open}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onHoverStart={() => void load()}
        onFocus={() => void load()}
        onPress={() => setOpen(true)}
      >
        {children}
      </Button>
      {open ? (
        <Panel label={label} atEnd={atEnd} trigger={trigger} onClose={close}>
          {panel(close)}
        </Panel>
      ) : null}
    </>
  );
}
