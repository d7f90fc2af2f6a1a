'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { Note } from '#components/ui/note';
import { keys } from '#lib/contract/base/keys';
import type { IncidentRow } from '#lib/contract/follow-ups/follow-up';
import { postBounceClusterFixed } from '#lib/contract/follow-ups/follow-up-queries';

/** Shows the number of emails before they are sent. */
export function SettleClusterDialog({
  incident,
  onClose,
}: {
  readonly incident: IncidentRow;
  readonly onClose: () => void;
}) {
  const t = useTranslations('incidents');
  const queries = useQueryClient();
  const mend = useMutation({
    mutationFn: () => postBounceClusterFixed(incident.key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.incidents });
      onClose();
    },
  });
  return (
    <ModalDialog title={t('mendTitle', { count: incident.open - incident.underWay })} onClose={onClose}>
      <p className="text-ink-2">{t('mendAdvice')}</p>
      {mend.isError ? (
        <Note tone="bad" icon={TriangleAlert} role="alert">
          {t('failed')}
        </Note>
      ) : null}
      <div className="flex gap-2">
        <Button look="primary" isDisabled={mend.isPending} onPress={() => mend.mutate()}>
          <Send aria-hidden /> {t('send')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </ModalDialog>
  );
}
