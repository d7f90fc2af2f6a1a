'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import type { RecallDetail } from '#lib/contract/recalls/recall';
import { postRecallAssignment, postRecallClass, postRecallClosing } from '#lib/contract/recalls/recall-queries';

type Act = 'classify' | 'assign' | 'close';
type Props = { readonly recall: RecallDetail; readonly onClose: () => void };

export function RecallActionDialog({ act, ...props }: Props & { readonly act: Act }) {
  if (act === 'classify') return <Classify {...props} />;
  return act === 'assign' ? <Assign {...props} /> : <Close {...props} />;
}

type FormProps = Props & {
  readonly act: Act;
  readonly send: () => Promise<unknown>;
  readonly ready: boolean;
  readonly children: ReactNode;
};

function ActForm({ act, recall, onClose, send, ready, children }: FormProps) {
  const t = useTranslations('recalls');
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['recall', recall.id] });
      onClose();
    },
  });
  const notYet = sending.error instanceof Refused && sending.error.code === 'not-yet';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) sending.mutate();
  }
  return (
    <ModalDialog title={t(`${act}.title`)} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {children}
        {sending.isError ? (
          <Note tone="bad" icon={TriangleAlert} role="alert">
            {notYet ? t('close.notYet') : t(`${act}.failed`)}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={!ready || sending.isPending}>
            {t(`${act}.submit`)}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t(`${act}.cancel`)}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function Classify(props: Props) {
  const t = useTranslations('recalls.classify');
  const [recallClass, setClass] = useState('');
  const [depth, setDepth] = useState('');
  const leave = { id: '', label: t('leave') };
  const entered = { ...(recallClass === '' ? {} : { recallClass }), ...(depth === '' ? {} : { depth }) };
  const send = () => postRecallClass(props.recall.id, entered);
  return (
    <ActForm {...props} act="classify" send={send} ready={recallClass !== '' || depth !== ''}>
      <ChoiceField
        label={t('class')}
        value={recallClass}
        choices={[leave, ...['I', 'II', 'III'].map((id) => ({ id, label: id }))]}
        onChange={setClass}
      />
      <ChoiceField
        label={t('depth')}
        value={depth}
        choices={[leave, ...(['wholesale', 'retail', 'patient'] as const).map((id) => ({ id, label: t(id) }))]}
        onChange={setDepth}
      />
    </ActForm>
  );
}

function Assign(props: Props) {
  const t = useTranslations('recalls.assign');
  const { staff, owner, id } = props.recall;
  const [userId, setUserId] = useState(owner?.id ?? staff[0]?.id ?? '');
  return (
    <ActForm {...props} act="assign" send={() => postRecallAssignment(id, userId)} ready={userId !== ''}>
      <ChoiceField
        label={t('who')}
        value={userId}
        choices={staff.map(({ id: one, name }) => ({ id: one, label: name }))}
        onChange={setUserId}
      />
    </ActForm>
  );
}

function Close(props: Props) {
  const t = useTranslations('recalls.close');
  const [stock, setStock] = useState('');
  const send = () => postRecallClosing(props.recall.id, stock.trim());
  return (
    <ActForm {...props} act="close" send={send} ready={stock.trim().length >= 3}>
      <TextField label={t('stock')} value={stock} onChange={setStock} maxLength={500} required isFirst />
    </ActForm>
  );
}
