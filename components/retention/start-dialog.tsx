'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { StayingInAll, sumOf, Tallies } from '#components/retention/tallies';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ErrorState } from '#components/ui/error-state';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import { postPurge, purgePreviewQuery } from '#lib/contract/retention/retention-queries';

/** Shows the events to be deleted and those that stay, with the reasons, before anything is deleted. */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('retention');
  const list = useTranslations('list');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const preview = useQuery(purgePreviewQuery);
  const starting = useMutation({
    mutationFn: () => postPurge(reason.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.retention });
      onClose();
    },
  });
  const going = preview.data ? sumOf(preview.data.types, 'removed') : 0;
  const more = preview.data ? preview.data.due - preview.data.looked : 0;
  const ready = reason.trim().length >= 5 && going + more > 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !starting.isPending) starting.mutate();
  }

  return (
    <ModalDialog title={t('startTitle')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {body()}
        <TextField
          label={t('reason')}
          advice={t('reasonAdvice')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
        />
        {starting.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {starting.error instanceof Refused && starting.error.status === 409 ? t('startedAlready') : t('failed')}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={!ready || starting.isPending}>
            {t('start')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );

  function body() {
    if (preview.isPending) return <RowSkeleton rows={2} label={list('loading')} />;
    if (!preview.data) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
    const { types } = preview.data;
    return (
      <>
        <p className="font-semibold">{t('goingInAll', { count: going })}</p>
        <StayingInAll types={types} />
        {more === 0 ? null : (
          <Note tone="info" icon={Info}>
            {t('notLookedAt', { count: more })}
          </Note>
        )}
        {types.length === 0 ? null : (
          <section
            aria-label={t('perType')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
            tabIndex={0}
            className="max-h-56 overflow-y-auto rounded-md border border-line px-3"
          >
            <Tallies types={types} ahead />
          </section>
        )}
        <p className="text-ink-2 text-sm">{t('startAdvice')}</p>
      </>
    );
  }
}
