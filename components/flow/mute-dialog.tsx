'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { muteAlert } from '#lib/contract/flow/flow-queries';
import type { OpsAlertKind } from '#lib/domain/flow/ops-alert';

const least = 5;
const hours = { hour: 1, day: 24, week: 168 } as const;
type Length = keyof typeof hours;
const lengths: readonly Length[] = ['hour', 'day', 'week'];

type Props = {
  readonly muting: { readonly kind: OpsAlertKind; readonly subject: string; readonly what: string };
  readonly onClose: () => void;
};

/** "Known, and not now": until when, and why. */
export function MuteDialog({ muting: { kind, subject, what }, onClose }: Props) {
  const t = useTranslations('flow.muteDialog');
  const queries = useQueryClient();
  return (
    <FieldsDialog
      title={t('title')}
      confirm={t('confirm')}
      about={
        <>
          <p className="mb-2 font-semibold text-ink">{what}</p>
          <p>{t('about')}</p>
        </>
      }
      fields={[
        { name: 'length', label: t('until'), choices: lengths.map((id) => ({ id, label: t(id) })) },
        { name: 'reason', label: t('reason'), advice: t('reasonAdvice', { least }), required: true },
      ]}
      mayConfirm={({ reason = '' }) => reason.trim().length >= least}
      act={async ({ length = 'hour', reason = '' }) => {
        const ahead = hours[lengths.find((one) => one === length) ?? 'hour'];
        const until = new Date(Date.now() + ahead * 3_600_000).toISOString();
        await muteAlert({ kind, subject, until, reason: reason.trim() });
        await queries.invalidateQueries({ queryKey: ['flow'] });
      }}
      onClose={onClose}
    />
  );
}
