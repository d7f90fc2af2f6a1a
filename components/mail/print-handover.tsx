'use client';

import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, Check, CircleAlert, Printer } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { recordHandover } from '#lib/contract/mail/resend-queries';

/** Prints the sheet, and records on the timeline that the patient has it. Nothing is printed that was not recorded. */
export function PrintHandover({ prescriptionId }: { readonly prescriptionId: string }) {
  const t = useTranslations('handover');
  const [key] = useState(() => crypto.randomUUID());
  const print = useMutation({
    mutationFn: () => recordHandover(prescriptionId, key),
    onSuccess: () => window.print(),
  });
  return (
    <div className="no-print flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Button look="primary" isDisabled={print.isPending} onPress={() => print.mutate()}>
          <Printer aria-hidden /> {t('print')}
        </Button>
        <Link
          prefetch={false}
          href={`/prescriptions/${encodeURIComponent(prescriptionId)}`}
          className="inline-flex min-h-6 items-center gap-1 text-ink-2 text-sm no-underline hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-3.5!" /> {t('back')}
        </Link>
      </div>
      {print.isSuccess ? (
        <Note tone="good" icon={Check} role="status">
          {t('printed')}
        </Note>
      ) : null}
      {print.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t('failed')}
        </Note>
      ) : null}
    </div>
  );
}
