'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Refused } from '#lib/contract/base/request-json';
import { postProduct } from '#lib/contract/directories/directory-queries';
import type { ProductRow } from '#lib/contract/directories/product';
import { useAction } from '../ui/dialog/use-action.ts';

type Props = {
  readonly product: ProductRow | null;
  /** The code that is to be named by a new product. */
  readonly code: string | null;
  readonly onClose: () => void;
};

const codeForm = /^(osigu|photon|medication):\S+$/;

/** A product as the clinic calls it, with the codes by which sources name it. */
export function ProductDialog({ product, code, onClose }: Props) {
  const t = useTranslations('directories');
  const [display, setDisplay] = useState(product?.display ?? '');
  const [unit, setUnit] = useState(product?.unit ?? '');
  const [schedule, setSchedule] = useState(product?.schedule ?? '');
  const [reorderPoint, setReorderPoint] = useState(product?.reorderPoint ?? '');
  const [codes, setCodes] = useState((product?.codes ?? (code === null ? [] : [code])).join(' '));
  const written = codes.split(/[\s,;]+/).filter((one) => one !== '');
  const wrongCode = written.some((one) => !codeForm.test(one));
  const wrongPoint = reorderPoint.trim() !== '' && !/^\d{1,12}(\.\d{1,6})?$/.test(reorderPoint.trim());
  const optional = (text: string) => (text.trim() === '' ? null : text.trim());
  const edit = {
    ...{ display: display.trim(), codes: written, unit: optional(unit) },
    ...{ schedule: optional(schedule), reorderPoint: optional(reorderPoint) },
  };
  const save = useAction({
    act: (_, key) => postProduct(product?.id ?? null, edit, key),
    stale: [['products'], ['prescription'], ['prescriptions'], ['patient']],
    newKeyAfterRefusal: true,
    onDone: onClose,
  });
  const isTaken = save.error instanceof Refused && save.error.code === 'code-taken';
  return (
    <ActionDialog
      title={t(product === null ? 'newProduct' : 'editProduct')}
      confirm={t('save')}
      isReady={edit.display !== '' && !wrongCode && !wrongPoint}
      busy={save.isPending}
      failure={save.isError ? t(isTaken ? 'codeTaken' : 'notSaved') : null}
      onConfirm={save.mutate}
      onClose={onClose}
    >
      <TextField label={t('field.display')} value={display} onChange={setDisplay} maxLength={500} required isFirst />
      <TextField
        label={t('field.codes')}
        advice={wrongCode ? t('wrongCode') : t('codesAdvice')}
        aria-invalid={wrongCode}
        value={codes}
        onChange={setCodes}
      />
      <TextField label={t('field.unit')} value={unit} onChange={setUnit} maxLength={100} />
      <TextField label={t('field.schedule')} value={schedule} onChange={setSchedule} maxLength={100} />
      <TextField
        label={t('field.reorderPoint')}
        inputMode="decimal"
        aria-invalid={wrongPoint}
        {...(wrongPoint ? { advice: t('wrongPoint') } : {})}
        value={reorderPoint}
        onChange={setReorderPoint}
      />
    </ActionDialog>
  );
}
