'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceField } from '#components/ui/field/choice-field';
import type { SubscriptionRow } from '#lib/contract/connections/downstream';
import { postSubscriptionRotation } from '#lib/contract/connections/downstream-queries';
import { overlaps } from '#lib/domain/ledger/source-rules';
import { FormDialog } from './form-dialog.tsx';
import { useConnectionAction } from './use-connection-action.ts';

type Props = {
  readonly subscription: SubscriptionRow;
  readonly onRotated: (secret: string | null) => void;
  readonly onClose: () => void;
};

/** A new secret for a receiver; until the overlap ends, messages are signed with both. */
export function SubscriptionRotate({ subscription, onRotated, onClose }: Props) {
  const t = useTranslations('sources');
  const d = useTranslations('downstream');
  const [overlap, setOverlap] = useState('24');
  const rotate = useConnectionAction(
    'subscription',
    () => postSubscriptionRotation(subscription, Number(overlap)),
    (made) => onRotated(made.secret),
  );
  return (
    <FormDialog
      title={t('rotate.title', { name: subscription.name })}
      confirm={t('rotate.confirm')}
      error={rotate.error}
      busy={rotate.isPending}
      onConfirm={() => rotate.mutate(undefined)}
      onClose={onClose}
    >
      <p className="text-ink-2">{d('rotateAdvice')}</p>
      <ChoiceField
        label={t('rotate.overlap')}
        value={overlap}
        choices={overlaps.map((hours) => ({ id: String(hours), label: t('rotate.hours', { hours }) }))}
        onChange={setOverlap}
      />
    </FormDialog>
  );
}
