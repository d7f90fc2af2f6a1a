'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';

type Props = {
  readonly busy: boolean;
  readonly failed: boolean;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
};

/** The content of a phone call, and the listener: without it nobody could later tell. */
export function GivenInPersonDialog({ busy, failed, onNote, onClose }: Props) {
  const t = useTranslations('resend.told');
  const [note, setNote] = useState('');
  const content = note.trim();

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (content.length >= 3) onNote(content);
  }

  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('note')}
          advice={t('advice')}
          value={note}
          onChange={setNote}
          maxLength={500}
          required
          isFirst
        />
        {failed ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t('failed')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={content.length < 3 || busy}>
            {t('record')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
