'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import { postProduct } from '#lib/contract/directories/directory-queries';
import type { ProductEdit, ProductRow } from '#lib/contract/directories/product';

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
  const queries = useQueryClient();
  const [display, setDisplay] = useState(product?.display ?? '');
  const [unit, setUnit] = useState(product?.unit ?? '');
  const [schedule, setSchedule] = useState(product?.schedule ?? '');
  const [reorderPoint, setReorderPoint] = useState(product?.reorderPoint ?? '');
  const [codes, setCodes] = useState((product?.codes ?? (code === null ? [] : [code])).join(' '));
  const [key, setKey] = useState(() => crypto.randomUUID());
  const act = useMutation({
    mutationFn: (edit: ProductEdit) => postProduct(product?.id ?? null, edit, key),
    onSuccess: async () => {
      await Promise.all(
        ['products', 'prescription', 'prescriptions', 'patient'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      );
      onClose();
    },
    onError: () => setKey(crypto.randomUUID()),
  });
  const written = codes.split(/[\s,;]+/).filter((one) => one !== '');
  const wrongCode = written.some((one) => !codeForm.test(one));
  const wrongPoint = reorderPoint.trim() !== '' && !/^\d{1,12}(\.\d{1,6})?$/.test(reorderPoint.trim());
  const ready = display.trim() !== '' && !wrongCode && !wrongPoint && !act.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready) return;
    const optional = (text: string) => (text.trim() === '' ? null : text.trim());
    act.mutate({
      ...{ display: display.trim(), codes: written, unit: optional(unit) },
      ...{ schedule: optional(schedule), reorderPoint: optional(reorderPoint) },
    });
  }

  const taken = act.error instanceof Refused && act.error.code === 'code-taken';
  return (
    <ModalDialog title={t(product === null ? 'newProduct' : 'editProduct')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
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
        {act.error ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(taken ? 'codeTaken' : 'notSaved')}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={!ready}>
            {t('save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
