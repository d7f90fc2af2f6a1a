'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { ModalDialog } from './modal-dialog.tsx';

type Props = {
  readonly title: string;
  /** The button that does it. */
  readonly confirm: ReactNode;
  /** The button that leaves everything as it is; left out: "Cancel". */
  readonly cancel?: string;
  /** True when the input may be sent. */
  readonly isReady?: boolean;
  readonly busy: boolean;
  /** The reason of a failure, in words. The input stays. */
  readonly failure?: string | null;
  /** The keyboard starts on the button, where nothing is to be entered. */
  readonly startsAtConfirm?: boolean;
  /** The dialog says itself what is wrong with a field; the browser does not. */
  readonly checksItself?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** Asks what an action needs, does it once at a time, and says why when it was refused. Escape closes it, Enter confirms. */
export function ActionDialog({ isReady = true, failure = null, ...props }: Props) {
  const { title, confirm, cancel, busy, startsAtConfirm = false, checksItself = false, onConfirm, onClose } = props;
  const t = useTranslations('dialog');

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation(); // A dialog opened out of a form is a part of it to React.
    if (isReady && !busy) onConfirm();
  }

  return (
    <ModalDialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate={checksItself} className="flex flex-col gap-4">
        {props.children}
        {failure === null ? null : (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {failure}
          </Note>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={!isReady || busy} autoFocus={startsAtConfirm}>
            {confirm}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {cancel ?? t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
