'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { Refused } from '#lib/contract/base/request-json';
import type { RecallDetail } from '#lib/contract/recalls/recall';
import { postRecallAssignment, postRecallClass, postRecallClosing } from '#lib/contract/recalls/recall-queries';
import { useAction } from '../ui/dialog/use-action.ts';

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
  const sending = useAction({ act: send, stale: [['recall', recall.id]], onDone: onClose });
  const notYet = sending.error instanceof Refused && sending.error.code === 'not-yet';
  return (
    <ActionDialog
      title={t(`${act}.title`)}
      confirm={t(`${act}.submit`)}
      isReady={ready}
      busy={sending.isPending}
      failure={sending.isError ? t(notYet ? 'close.notYet' : `${act}.failed`) : null}
      onConfirm={sending.mutate}
      onClose={onClose}
    >
      {children}
    </ActionDialog>
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
  const stock = useReason(3);
  const send = () => postRecallClosing(props.recall.id, stock.text);
  return (
    <ActForm {...props} act="close" send={send} ready={stock.isEnough}>
      <ReasonField label={t('stock')} reason={stock} isFirst />
    </ActForm>
  );
}
