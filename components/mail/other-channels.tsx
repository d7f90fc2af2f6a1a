'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Phone, Printer } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { postPatientTold } from '#lib/contract/mail/resend-queries';
import { type NoEmailReason, nothingToPickUp } from '#lib/domain/mail/may-resend';

const ToldDialog = dynamic(() => import('./given-in-person-dialog.tsx').then((module) => module.GivenInPersonDialog), {
  ssr: false,
});

/** When no email will do: the code on paper, or by phone. Both appear on the timeline. */
export function OtherChannels({
  prescriptionId,
  untold,
}: {
  readonly prescriptionId: string;
  /** The reason why the patient gets nothing now: a sheet without a code is one all the same, but nothing is handed over that cannot be picked up. */
  readonly untold: NoEmailReason | null;
}) {
  const t = useTranslations('resend');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const byPhone = useMutation({
    mutationFn: (note: string) => postPatientTold(prescriptionId, note, key),
    onSuccess: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: ['prescription', prescriptionId] });
    },
  });
  return (
    <>
      {nothingToPickUp.some((one) => one === untold) ? null : (
        <ButtonLink
          href={`/prescriptions/${encodeURIComponent(prescriptionId)}/handover`}
          target="_blank"
          rel="noopener"
        >
          <Printer aria-hidden /> {t('paper')}
        </ButtonLink>
      )}
      {byPhone.isSuccess ? (
        <p role="status" className="text-good text-sm">
          {t('phoneDone')}
        </p>
      ) : (
        <Button look="quiet" onPress={() => setAsking(true)}>
          <Phone aria-hidden /> {t('phone')}
        </Button>
      )}
      {asking ? (
        <ToldDialog
          busy={byPhone.isPending}
          failed={byPhone.isError}
          onNote={byPhone.mutate}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
