'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '#components/ui/button';

export type DrawerProps = {
  readonly title: ReactNode;
  readonly above?: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Details beside the list, which keeps its place. Escape and a press outside close it; focus goes back to the row. */
export function DrawerFrame({ title, above, closeLabel, onClose, children }: DrawerProps) {
  useEffect(() => {
    // Whatever had the focus may be gone or disabled by what it did; the key still belongs to the drawer.
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape' && document.activeElement === document.body) onClose();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
      className="fixed inset-0 z-40 bg-ink/10"
    >
      <Modal className="slide-in absolute inset-y-0 right-0 w-full max-w-130 border-line-strong border-l bg-card shadow-raised">
        <Dialog className="flex h-full flex-col gap-4 overflow-y-auto p-6 outline-none max-sm:p-4">
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              {above ? <p className="text-ink-3 text-xs">{above}</p> : null}
              <Heading slot="title" className="break-words font-semibold text-lg">
                {title}
              </Heading>
            </div>
            <Button look="icon" aria-label={closeLabel} onPress={onClose}>
              <X aria-hidden />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
