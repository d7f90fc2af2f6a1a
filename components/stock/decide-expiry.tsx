'use client';

import { useTranslations } from 'next-intl';
import { postExpiryDecision } from '#lib/contract/overview/pharmacy-queries';
import type { LotRow } from '#lib/contract/stock/stock';
import { expiryDecisions } from '#lib/domain/stock/expiry-decision';
import { ActDialog } from './act-dialog.tsx';
import { Product } from './product.tsx';

type Props = { readonly row: LotRow; readonly me: string; readonly onClose: () => void };

/** The decision about a lot that expires, and the person it is assigned to. To ignore it needs a reason. */
export function DecideExpiry({ row, me, onClose }: Props) {
  const t = useTranslations('pharmacy');
  const said = (values: Readonly<Record<string, string>>, name: string) => (values[name] ?? '').trim();
  return (
    <ActDialog
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
        said(values, 'reason').length >= 3 || (said(values, 'reason') === '' && values['decision'] !== 'ignore')
      }
      act={(values, key) => {
        const reason = said(values, 'reason');
        const asked = { decision: values['decision'] ?? '', owner: said(values, 'owner') };
        return postExpiryDecision(row.id, reason === '' ? asked : { ...asked, reason }, key);
      }}
      onClose={onClose}
    />
  );
}
