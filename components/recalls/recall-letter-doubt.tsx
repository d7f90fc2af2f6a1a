'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { postRecallLetterOutcome } from '#lib/contract/recalls/recall-queries';

type Props = { readonly recallId: string; readonly personId: string; readonly onClose: () => void };

/** A letter that may have been sent: a colleague who asks the person finds out, and records it here. */
export function LetterDoubt({ recallId, personId, onClose }: Props) {
  const t = useTranslations('recalls.doubt');
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: (outcome: 'sent' | 'not-sent') => postRecallLetterOutcome(recallId, personId, outcome),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['recall', recallId] }),
  });
  return (
    <Note tone="warn" icon={MailQuestionMark}>
      <p className="font-semibold">{t('title')}</p>
      <p>{t('advice')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button isDisabled={settle.isPending} onPress={() => settle.mutate('sent')}>
          {t('arrived')}
        </Button>
        <Button isDisabled={settle.isPending} onPress={() => settle.mutate('not-sent')}>
          {t('notSent')}
        </Button>
      </div>
      {settle.isError ? (
        <p role="alert" className="mt-2">
          {t('failed')}
        </p>
      ) : null}
    </Note>
  );
}
