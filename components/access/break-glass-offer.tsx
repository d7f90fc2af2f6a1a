'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Eye, LockKeyholeOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { BreakGlassSubject } from '#lib/contract/access/break-glass';
import { postBreakGlass } from '#lib/contract/access/break-glass-queries';

const least = 10;

/** For a doctor at a colleague's patient: opens the patient's records against a reason. */
export function BreakGlassOffer({ kind, id }: { readonly kind: BreakGlassSubject; readonly id: string }) {
  const t = useTranslations('breakGlass');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const open = useMutation({
    mutationFn: () => postBreakGlass({ kind, id, reason: reason.trim() }),
    onSuccess: async () => {
      setAsking(false);
      await queries.invalidateQueries();
    },
  });
  const tooShort = reason.trim().length < least;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!tooShort) open.mutate();
  }

  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-line bg-card p-4 text-center">
      <p className="max-w-prose text-ink-2 text-sm">{t('offer')}</p>
      <Button onPress={() => setAsking(true)}>
        <LockKeyholeOpen aria-hidden /> {t('open')}
      </Button>
      {asking ? (
        <ModalDialog title={t(`title.${kind}`)} onClose={() => setAsking(false)}>
          <form onSubmit={submit} className="flex flex-col gap-4 text-left">
            <Note tone="warn" icon={Eye}>
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
            {open.isError ? (
              <Note tone="bad" icon={CircleAlert} role="alert">
                {t('failed')}
              </Note>
            ) : null}
            <div className="flex flex-wrap gap-2">
              <Button look="primary" type="submit" isDisabled={tooShort || open.isPending}>
                {t('confirm')}
              </Button>
              <Button look="quiet" onPress={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </div>
          </form>
        </ModalDialog>
      ) : null}
    </div>
  );
}
