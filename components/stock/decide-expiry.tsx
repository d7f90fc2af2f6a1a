'use client';

import { useTranslations } from 'next-intl';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { postExpiryDecision } from '#lib/contract/overview/pharmacy-queries';
import type { LotRow } from '#lib/contract/stock/stock';
import { expiryDecisions } from '#lib/domain/stock/expiry-decision';
import { Product } from './product.tsx';

type Props = { readonly row: LotRow; readonly me: string; readonly onClose: () => void };

/** The decision about a lot that expires, and the person it is assigned to. To ignore it needs a reason. */
export function DecideExpiry({ row, me, onClose }: Props) {
  const t = useTranslations('pharmacy');
  const entry = (values: Readonly<Record<string, string>>, name: string) => (values[name] ?? '').trim();
  return (
    <FieldsDialog
      title={t('expiry.decideTitle', { lot: row.lotNumber })}
      confirm={t('expiry.decide')}
      about={<Product product={row.product} />}
      fields={[
        {
          name: 'decision',
          label: t('column.decision'),
          start: row.decision ?? 'use_first',
          choices: expiryDecisions.map((id) => ({ id, label: t(`expiry.decisions.${id}`) })),
        },
        { name: 'owner', label: t('expiry.owner'), start: row.decisionOwner ?? me, required: true },
        { name: 'reason', label: t('act.reason'), advice: t('expiry.reasonAdvice') },
      ]}
      mayConfirm={(values) =>
        entry(values, 'reason').length >= 3 || (entry(values, 'reason') === '' && values['decision'] !== 'ignore')
      }
      act={(values, key) => {
        const reason = entry(values, 'reason');
        const decision = { decision: values['decision'] ?? '', owner: entry(values, 'owner') };
        return postExpiryDecision(row.id, reason === '' ? decision : { ...decision, reason }, key);
      }}
      onClose={onClose}
    />
  );
}
