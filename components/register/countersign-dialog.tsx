'use client';

import { UserRoundSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { shortId } from '#components/prescriptions/person';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import type { RegisterRow } from '#lib/contract/register/register';
import { countersign } from '#lib/contract/register/register-queries';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';
import { useAction } from '../ui/dialog/use-action.ts';

type Props = { readonly row: RegisterRow; readonly onDone: () => void; readonly onClose: () => void };

function failureOf(error: Error): 'own' | 'taken' | 'failed' {
  if (!(error instanceof Refused)) return 'failed';
  return error.status === 403 ? 'own' : error.code === 'countersigned' ? 'taken' : 'failed';
}

/** The signed content, shown once more before the name is under it. */
export function CountersignDialog({ row, onDone, onClose }: Props) {
  const t = useTranslations('register.sign');
  const quantity = useQuantity();
  const amount = useAmount();
  const sign = useAction({
    act: (_, key) => countersign(row.dispenseId ?? '', key),
    stale: [['register']],
    onDone,
  });
  const out = row.out ?? '0';
  const figures = { before: quantity(row.before), after: quantity(row.after) };
  return (
    <ActionDialog
      title={t('title')}
      confirm={t('confirm')}
      startsAtConfirm
      busy={sign.isPending}
      failure={sign.isError ? t(failureOf(sign.error)) : null}
      onConfirm={sign.mutate}
      onClose={onClose}
    >
      <p>{t('what', { amount: amount(quantity(out), row.unit === '' ? null : row.unit, out), ...figures })}</p>
      <p className="text-ink-2">
        {row.by === null ? t('dispenserUnknown') : t('dispenser', { name: row.by.name ?? shortId(row.by.id) })}
      </p>
      {row.byIdOnly && row.by !== null ? (
        <Note tone="warn" icon={UserRoundSearch}>
          {t('byIdOnly', { id: shortId(row.by.id) })}
        </Note>
      ) : null}
    </ActionDialog>
  );
}
