'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { Note } from '#components/ui/note';
import { refusalKey } from './use-connection-action.ts';

type Props = {
  readonly title: string;
  readonly confirm: string;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly ready?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Asks for the input of a connection's change, and shows why it was refused. */
export function FormDialog({ title, confirm, error, busy, ready = true, onConfirm, onClose, children }: Props) {
  const t = useTranslations('sources');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {children}
        {error ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(`refused.${refusalKey(error)}`)}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={!ready || busy}>
            {confirm}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
