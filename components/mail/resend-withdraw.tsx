'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { postResendCancel } from '#lib/contract/mail/resend-queries';

type Props = { readonly prescriptionId: string; readonly outboxId: string };

/** An email that waits for its next try holds the form: a doctor who sees the mistake cancels it and sends another. */
export function ResendWithdraw({ prescriptionId, outboxId }: Props) {
  const t = useTranslations('resend');
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => postResendCancel(prescriptionId, outboxId),
    onSettled: () => queries.invalidateQueries({ queryKey: ['prescription', prescriptionId] }),
  });
  return (
    <Note tone="info" icon={Undo2}>
      <p>{t('withdrawAdvice')}</p>
      <Button className="mt-2" isDisabled={withdraw.isPending} onPress={() => withdraw.mutate()}>
        {t('withdraw')}
      </Button>
      {withdraw.isError ? (
        <p role="alert" className="mt-2">
          {t('withdrawFailed')}
        </p>
      ) : null}
    </Note>
  );
}
