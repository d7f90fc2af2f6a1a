'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Medicines } from '#components/prescriptions/medicine';
import { Drawer } from '#components/ui/dialog/drawer';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { resendsQuery } from '#lib/contract/mail/resend-queries';
import { prescriptionQuery } from '#lib/contract/prescriptions/prescription-queries';
import { ResendDoubt } from './resend-doubt.tsx';
import { ResendForm } from './resend-form.tsx';
import { ResendHistory } from './resend-history.tsx';
import { ResendTracker } from './resend-tracker.tsx';
import { ResendWhy } from './resend-why.tsx';
import { ResendWithdraw } from './resend-withdraw.tsx';

type Props = { readonly prescriptionId: string; readonly onClose: () => void };

/** Fix & resend: the reason why the email did not arrive, the address, and the next try, followed until the mail server has answered. */
export function ResendDrawer({ prescriptionId, onClose }: Props) {
  const t = useTranslations('resend');
  const list = useTranslations('list');
  const prescription = useQuery(prescriptionQuery(prescriptionId, null));
  const resends = useQuery(resendsQuery(prescriptionId));
  const detail = prescription.data;
  const known = resends.data;
  const name = detail?.patient?.name;
  const error = prescription.error ?? resends.error;
  const latest = known?.items[0];
  const retry = (): void => {
    void prescription.refetch();
    void resends.refetch();
  };
  return (
    <Drawer
      title={name ? t('title', { name }) : t('titleNobody')}
      above={t('prescription', { code: detail?.code ?? prescriptionId.slice(prescriptionId.indexOf(':') + 1) })}
      closeLabel={list('close')}
      onClose={onClose}
    >
      {error && !(detail && known) ? <ErrorState error={error} onRetry={retry} /> : null}
      {!error && !(detail && known) ? <RowSkeleton rows={5} label={list('loading')} /> : null}
      {detail && known ? (
        <>
          <Medicines medications={detail.medications} />
          <ResendWhy why={known.why} />
          {latest?.state === 'uncertain' ? <ResendDoubt prescriptionId={prescriptionId} outboxId={latest.id} /> : null}
          <ResendForm
            prescriptionId={prescriptionId}
            email={detail.email}
            resends={known}
            orderedFrom={detail.orderedFrom}
          >
            {latest?.state === 'queued' && latest.attempts > 0 ? (
              <ResendWithdraw prescriptionId={prescriptionId} outboxId={latest.id} />
            ) : null}
            {latest ? <ResendTracker attempt={latest} reach={detail.email.state} /> : null}
            <ResendHistory items={known.items} />
          </ResendForm>
        </>
      ) : null}
    </Drawer>
  );
}
