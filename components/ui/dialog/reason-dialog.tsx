'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import { ModalDialog } from './modal-dialog.tsx';

const least = 5;

type Props = {
  readonly title: string;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why before something is shown that is not everybody's to see. The reason is logged. */
export function ReasonDialog({ title, error, busy, onReason, onClose }: Props) {
  const t = useTranslations('reveal');
  const [reason, setReason] = useState('');
  const tooShort = reason.trim().length < least;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!tooShort) onReason(reason.trim());
  }

  return (
    <ModalDialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Note tone="info" icon={Eye}>
          {t('logged')}
        </Note>
        <TextField
          label={t('reason')}
          advice={t('reasonAdvice', { least })}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          isFirst
        />
        {error ? (
          <Note tone="bad" icon={Eye} role="alert">
            {t(error instanceof Refused && error.status === 410 ? 'gone' : 'failed')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={tooShort || busy}>
            {t('show')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
