'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import { type HoldKind, holdKinds } from '#lib/contract/retention/retention';
import { postLegalHold } from '#lib/contract/retention/retention-queries';

const kindOf = (word: string): HoldKind => holdKinds.find((kind) => kind === word) ?? 'patient';
/** A day as it is chosen, as the instant at which it begins in UTC. */
const startOf = (date: string): string => `${date}T00:00:00Z`;

/** Stops the clock for everything about a subject. */
export function HoldDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('retention');
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<HoldKind>('patient');
  const [subject, setSubject] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const placing = useMutation({
    mutationFn: () =>
      postLegalHold(
        {
          ...{ kind, reason: reason.trim() },
          ...(kind === 'everything' ? {} : { subject: subject.trim() }),
          ...(kind === 'source' && from !== '' ? { from: startOf(from) } : {}),
          ...(kind === 'source' && to !== '' ? { to: startOf(to) } : {}),
        },
        key,
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.retention });
      onClose();
    },
  });
  const ready = reason.trim().length >= 5 && (kind === 'everything' || subject.trim() !== '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !placing.isPending) placing.mutate();
  }

  return (
    <ModalDialog title={t('placeTitle')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{t('placeAdvice')}</p>
        <ChoiceField
          label={t('about')}
          value={kind}
          choices={holdKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
          onChange={(word) => setKind(kindOf(word))}
        />
        {kind === 'everything' ? null : (
          <TextField
            label={t('subject')}
            advice={t(`subjectAdvice.${kind}`)}
            value={subject}
            onChange={setSubject}
            maxLength={900}
            required
            isFirst
          />
        )}
        {kind === 'source' ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label={t('from')} type="date" value={from} onChange={setFrom} />
            <TextField label={t('to')} type="date" value={to} onChange={setTo} />
          </div>
        ) : null}
        <TextField
          label={t('reason')}
          advice={t('reasonAdvice')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
        />
        {placing.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {placing.error instanceof Refused && placing.error.status === 422 ? t('noSuch') : t('failed')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={!ready || placing.isPending}>
            {t('place')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
