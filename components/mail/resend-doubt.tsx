'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { postResendOutcome } from '#lib/contract/mail/resend-queries';

type Props = { readonly prescriptionId: string; readonly outboxId: string };

/** An email that may have been sent: only a person can find out, and records it here. */
export function ResendDoubt({ prescriptionId, outboxId }: Props) {
  const t = useTranslations('resend.doubt');
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: (outcome: 'sent' | 'not-sent') => postResendOutcome(prescriptionId, outboxId, outcome),
    onSettled: () => queries.invalidateQueries({ queryKey: ['prescription', prescriptionId] }),
  });
  return (
    <Note tone="warn" icon={MailQuestionMark} role="status">
      <p className="font-semibold">{t('title')}</p>
      <p>{t('advice')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button isDisabled={settle.isPending} onPress={() => settle.mutate('sent')}>
          {t('arrived')}
        </Button>
        <Button isDisabled={settle.isPending} onPress={() => settle.mutate('not-sent')}>
          {t('notArrived')}
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
