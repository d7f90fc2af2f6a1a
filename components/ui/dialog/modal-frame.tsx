'use client';

import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

export type ModalProps = {
  readonly title: string;
  readonly role?: 'dialog' | 'alertdialog';
  /** Absent: it can't be dismissed. */
  readonly onClose?: () => void;
  /** Nothing behind it may be read. */
  readonly opaque?: boolean;
  readonly children: ReactNode;
};

export function ModalFrame({ title, role = 'dialog', onClose, opaque = false, children }: ModalProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => (open ? undefined : onClose?.())}
      className={`fixed inset-0 z-50 flex items-start justify-center overflow-y-auto p-4 pt-[12vh] ${opaque ? 'bg-paper' : 'bg-ink/25'}`}
    >
      <Modal className="w-full max-w-105 rounded-lg border border-line-strong bg-card shadow-raised">
        <Dialog role={role} className="flex flex-col gap-4 p-6 outline-none">
          <Heading slot="title" className="font-semibold text-lg">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
