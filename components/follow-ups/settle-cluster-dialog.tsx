'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { keys } from '#lib/contract/base/keys';
import type { IncidentRow } from '#lib/contract/follow-ups/follow-up';
import { postBounceClusterFixed } from '#lib/contract/follow-ups/follow-up-queries';
import { useAction } from '../ui/dialog/use-action.ts';

/** Shows the number of emails before they are sent. */
export function SettleClusterDialog({
  incident,
  onClose,
}: {
  readonly incident: IncidentRow;
  readonly onClose: () => void;
}) {
  const t = useTranslations('incidents');
  const send = useAction({ act: () => postBounceClusterFixed(incident.key), stale: [keys.incidents], onDone: onClose });
  return (
    <ActionDialog
      title={t('mendTitle', { count: incident.open - incident.underWay })}
      confirm={
        <>
          <Send aria-hidden /> {t('send')}
        </>
      }
      busy={send.isPending}
      failure={send.isError ? t('failed') : null}
      onConfirm={send.mutate}
      onClose={onClose}
    >
      <p className="text-ink-2">{t('mendAdvice')}</p>
    </ActionDialog>
  );
}
