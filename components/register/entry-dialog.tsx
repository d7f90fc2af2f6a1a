'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { shortId } from '#components/prescriptions/person';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import type { RegisterSubstance } from '#lib/contract/register/register';
import { countRegister, postRegisterCorrection } from '#lib/contract/register/register-queries';
import { useAction } from '../ui/dialog/use-action.ts';

type Props = {
  readonly act: 'count' | 'correct';
  readonly substance: RegisterSubstance;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

const number = /^[+-]?\d{1,20}(?:\.\d{1,12})?$/;
const leastReason = 5;

/** A count, or a correction by a new entry: of one lot of one stock item. */
export function EntryDialog({ act, substance, onDone, onClose }: Props) {
  const t = useTranslations('register.form');
  const [stockItemId, setStockItem] = useState(substance.stockItems[0] ?? '');
  const [lotNumber, setLot] = useState('');
  const [quantity, setQuantity] = useState('');
  const [unit, setUnit] = useState(substance.balances[0]?.unit ?? '');
  const [reason, setReason] = useState('');
  const entered = {
    stockItemId,
    lotNumber: lotNumber.trim(),
    quantity: quantity.trim(),
    unit: unit.trim(),
    reason: reason.trim(),
  };
  const isCount = act === 'count';
  const complete =
    number.test(entered.quantity) &&
    (isCount
      ? !entered.quantity.startsWith('-')
      : Number(entered.quantity) !== 0 && entered.reason.length >= leastReason);
  const enter = useAction({
    act: (_, key) => (isCount ? countRegister(entered, key) : postRegisterCorrection(entered, key)),
    stale: [['register']],
    onDone,
  });

  return (
    <ActionDialog
      title={t(isCount ? 'countTitle' : 'correctTitle')}
      confirm={t('save')}
      isReady={complete}
      busy={enter.isPending}
      failure={enter.isError ? t('failed') : null}
      onConfirm={enter.mutate}
      onClose={onClose}
    >
      <p className="text-ink-2 text-sm">{t(isCount ? 'countAdvice' : 'correctAdvice')}</p>
      {substance.stockItems.length > 1 ? (
        <ChoiceField
          label={t('stockItem')}
          value={stockItemId}
          choices={substance.stockItems.map((id) => ({ id, label: shortId(id) }))}
          onChange={setStockItem}
        />
      ) : null}
      <TextField label={t('lot')} advice={t('lotAdvice')} value={lotNumber} onChange={setLot} maxLength={200} isFirst />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t(isCount ? 'quantity' : 'difference')}
          value={quantity}
          onChange={setQuantity}
          inputMode="decimal"
          maxLength={40}
          required
        />
        <TextField label={t('unit')} value={unit} onChange={setUnit} maxLength={60} />
      </div>
      <TextField
        label={t(isCount ? 'reasonOptional' : 'reason')}
        {...(isCount ? {} : { advice: t('reasonAdvice'), required: true })}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </ActionDialog>
  );
}
