'use client';

import { useTranslations } from 'next-intl';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { postAcknowledgement } from '#lib/contract/overview/pharmacy-queries';

/** A person has seen an alert, and gives the reason why it may stay for now. It is resolved by its subject, never from here. */
export function AcknowledgeDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('pharmacy');
  return (
    <FieldsDialog
      title={t('safety.acknowledgeTitle')}
      confirm={t('safety.acknowledge')}
      about={t('alert.about')}
      fields={[{ name: 'reason', label: t('act.reason'), required: true }]}
      mayConfirm={({ reason = '' }) => reason.trim().length >= 3}
      act={({ reason = '' }, key) => postAcknowledgement({ id, reason: reason.trim() }, key)}
      onClose={onClose}
    />
  );
}
