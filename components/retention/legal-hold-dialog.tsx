'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { TextField } from '#components/ui/field/text-field';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import { type HoldKind, holdKinds } from '#lib/contract/retention/retention';
import { postLegalHold } from '#lib/contract/retention/retention-queries';
import { useAction } from '../ui/dialog/use-action.ts';

const kindOf = (word: string): HoldKind => holdKinds.find((kind) => kind === word) ?? 'patient';
/** A day as it is chosen, as the instant at which it begins in UTC. */
const startOf = (date: string): string => `${date}T00:00:00Z`;

/** Stops the clock for everything about a subject. */
export function HoldDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('retention');
  const [kind, setKind] = useState<HoldKind>('patient');
  const [subject, setSubject] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const reason = useReason(5);
  const hold = {
    ...{ kind, reason: reason.text },
    ...(kind === 'everything' ? {} : { subject: subject.trim() }),
    ...(kind === 'source' && from !== '' ? { from: startOf(from) } : {}),
    ...(kind === 'source' && to !== '' ? { to: startOf(to) } : {}),
  };
  const place = useAction({ act: (_, key) => postLegalHold(hold, key), stale: [keys.retention], onDone: onClose });
  const isUnknown = place.error instanceof Refused && place.error.status === 422;
  return (
    <ActionDialog
      title={t('placeTitle')}
      confirm={t('place')}
      isReady={reason.isEnough && (kind === 'everything' || subject.trim() !== '')}
      busy={place.isPending}
      failure={place.isError ? t(isUnknown ? 'noSuch' : 'failed') : null}
      onConfirm={place.mutate}
      onClose={onClose}
    >
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
      <ReasonField label={t('reason')} advice={t('reasonAdvice')} reason={reason} />
    </ActionDialog>
  );
}
