'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, LockKeyholeOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { Note } from '#components/ui/note';
import type { BreakGlassSubject } from '#lib/contract/access/break-glass';
import { postBreakGlass } from '#lib/contract/access/break-glass-queries';

const least = 10;

type Props = { readonly kind: BreakGlassSubject; readonly id: string };

/** Lets a doctor open the record of a colleague's patient for a reason. */
export function BreakGlassOffer({ kind, id }: Props) {
  const t = useTranslations('breakGlass');
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-line bg-card p-4 text-center">
      <p className="max-w-prose text-ink-2 text-sm">{t('offer')}</p>
      <Button onPress={() => setAsking(true)}>
        <LockKeyholeOpen aria-hidden /> {t('open')}
      </Button>
      {asking ? <BreakGlassDialog kind={kind} id={id} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function BreakGlassDialog({ kind, id, onClose }: Props & { readonly onClose: () => void }) {
  const t = useTranslations('breakGlass');
  const queries = useQueryClient();
  const reason = useReason(least);
  const open = useMutation({
    mutationFn: () => postBreakGlass({ kind, id, reason: reason.text }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <ActionDialog
      title={t(`title.${kind}`)}
      confirm={t('confirm')}
      isReady={reason.isEnough}
      busy={open.isPending}
      failure={open.isError ? t('failed') : null}
      onConfirm={open.mutate}
      onClose={onClose}
    >
      <Note tone="warn" icon={Eye}>
        {t('logged')}
      </Note>
      <ReasonField label={t('reason')} advice={t('reasonAdvice', { least })} reason={reason} isFirst />
    </ActionDialog>
  );
}
