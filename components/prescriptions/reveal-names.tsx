'use client';

import { useMutation } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';
import { postPrescriptionReveal } from '#lib/contract/prescriptions/prescription-queries';

const ReasonDialog = dynamic(
  () => import('#components/ui/dialog/reason-dialog').then((module) => module.ReasonDialog),
  {
    ssr: false,
  },
);

/** For admins: names are shown against a reason, on this page and until it is left. */
export function RevealNames({
  id,
  onRevealed,
}: {
  readonly id: string;
  readonly onRevealed: (detail: PrescriptionDetail) => void;
}) {
  const t = useTranslations('reveal');
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) => postPrescriptionReveal(id, reason),
    onSuccess: (detail) => {
      onRevealed(detail);
      setAsking(false);
    },
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        <Eye aria-hidden /> {t('names')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t('names')}
          error={reveal.error}
          busy={reveal.isPending}
          onReason={reveal.mutate}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
