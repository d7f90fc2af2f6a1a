'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/modal-dialog';
import { Note } from '#components/ui/note';
import type { IncidentRow } from '#lib/queries/follow-up';
import { mendIncident } from '#lib/queries/follow-up-queries';
import { keys } from '#lib/queries/keys';

/** Says how many mails will go, before they do. */
export function MendDialog({ incident, onClose }: { readonly incident: IncidentRow; readonly onClose: () => void }) {
  const t = useTranslations('incidents');
  const queries = useQueryClient();
  const mend = useMutation({
    mutationFn: () => mendIncident(incident.key),
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
