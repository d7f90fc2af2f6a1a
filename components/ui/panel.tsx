'use client';

import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';

type Props = {
  readonly label: string;
  readonly atEnd?: boolean;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The small dialog that hangs from a `PanelButton`; loaded when one is first reached for. */
export function Panel({ label, atEnd = false, trigger, onClose, children }: Props) {
  return (
    <Popover
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      triggerRef={trigger}
      placement={atEnd ? 'bottom end' : 'bottom start'}
      offset={4}
      className="w-84 max-w-[calc(100vw-2rem)] rounded-lg border border-line-strong bg-card shadow-raised"
    >
      <Dialog aria-label={label} className="max-h-96 overflow-y-auto p-4 outline-none">
        {children}
      </Dialog>
    </Popover>
  );
}
