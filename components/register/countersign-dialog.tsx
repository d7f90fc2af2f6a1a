'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, UserRoundSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { shortId } from '#components/prescriptions/person';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import type { RegisterRow } from '#lib/contract/register/register';
import { countersign } from '#lib/contract/register/register-queries';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';

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
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const sign = useMutation({
    mutationFn: () => countersign(row.dispenseId ?? '', key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['register'] });
      onDone();
    },
  });
  const out = row.out ?? '0';
  const figures = { before: quantity(row.before), after: quantity(row.after) };
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <p>{t('what', { amount: amount(quantity(out), row.unit === '' ? null : row.unit, out), ...figures })}</p>
      <p className="text-ink-2">
        {row.by === null ? t('dispenserUnknown') : t('dispenser', { name: row.by.name ?? shortId(row.by.id) })}
      </p>
      {row.byIdOnly && row.by !== null ? (
        <Note tone="warn" icon={UserRoundSearch}>
          {t('byIdOnly', { id: shortId(row.by.id) })}
        </Note>
      ) : null}
      {sign.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t(failureOf(sign.error))}
        </Note>
      ) : null}
      <div className="flex gap-2">
        <Button look="primary" autoFocus isDisabled={sign.isPending} onPress={() => sign.mutate()}>
          {t('confirm')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </ModalDialog>
  );
}
