'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { postRecall } from '#lib/contract/recalls/recall-queries';
import type { LotRow } from '#lib/contract/stock/stock';

const classes = ['I', 'II', 'III'] as const;
const depths = ['wholesale', 'retail', 'patient'] as const;

/** Opens a recall of one lot, which is filled in; the case opens then. */
export function OpenRecall({ lot, onClose }: { readonly lot: LotRow; readonly onClose: () => void }) {
  const t = useTranslations('recalls');
  const router = useRouter();
  const later = { id: '', label: t('open.later') };
  return (
    <FieldsDialog
      title={t('open.title', { lot: lot.lotNumber })}
      confirm={t('open.confirm')}
      about={t('open.about')}
      fields={[
        { name: 'reason', label: t('notice.reason'), required: true },
        {
          name: 'recallClass',
          label: t('classify.class'),
          choices: [later, ...classes.map((id) => ({ id, label: id }))],
        },
        {
          name: 'depth',
          label: t('classify.depth'),
          choices: [later, ...depths.map((id) => ({ id, label: t(`classify.${id}`) }))],
        },
      ]}
      mayConfirm={({ reason = '' }) => reason.trim().length >= 3}
      act={async ({ reason = '', recallClass, depth }, key) => {
        const lots = [{ stockItemId: lot.stockItemId, lotNumber: lot.lotNumber }];
        const opening = {
          lots,
          reason: reason.trim(),
          recallClass: recallClass || undefined,
          depth: depth || undefined,
        };
        const { id } = await postRecall(opening, key);
        router.push(`/recalls/${encodeURIComponent(id)}`);
      }}
      onClose={onClose}
    />
  );
}
