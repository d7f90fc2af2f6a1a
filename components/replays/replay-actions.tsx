'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CirclePause, CircleSlash, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import type { ReplayDetail } from '#lib/contract/replays/replay';
import { postReplayAction, postReplayStart } from '#lib/contract/replays/replay-queries';
import { type ReplayAction, replayRates } from '#lib/domain/replays/replay';

/** The actions that a run permits now: begin it at a rate, pause, resume, cancel. */
export function ReplayActions({ run }: { readonly run: ReplayDetail }) {
  const t = useTranslations('replays.act');
  const queries = useQueryClient();
  const [rate, setRate] = useState(String(replayRates.usual));
  const [canceling, setCanceling] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: ['replay'] });
  const start = useMutation({
    mutationFn: (perSecond: number) => postReplayStart(run.id, perSecond),
    onSettled: again,
  });
  const act = useMutation({
    mutationFn: (what: ReplayAction) => postReplayAction(run.id, what),
    onSettled: () => {
      setCanceling(false);
      return again();
    },
  });
  const perSecond = Number(rate);
  const wrong = !Number.isInteger(perSecond) || perSecond < replayRates.least || perSecond > replayRates.most;
  const tooOld = start.error instanceof Refused && start.error.code === 'preview-too-old';
  const isUnstarted = run.startedAt === null;
  const over = run.state === 'done' || run.state === 'canceled';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!wrong && !start.isPending) start.mutate(perSecond);
  }

  if (over) return null;
  return (
    <div className="no-print flex flex-col gap-3">
      {run.state === 'previewed' ? (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
          <div className="w-44">
            <TextField
              label={t('rate')}
              type="number"
              min={replayRates.least}
              max={replayRates.most}
              value={rate}
              onChange={setRate}
              required
            />
          </div>
          <Button look="primary" type="submit" isDisabled={wrong || start.isPending || run.total === 0}>
            <Play aria-hidden /> {t('start', { count: run.total })}
          </Button>
          <Button onPress={() => setCanceling(true)}>
            <CircleSlash aria-hidden /> {t('discardPreview')}
          </Button>
        </form>
      ) : (
        <div className="flex flex-wrap gap-2">
          {run.state === 'running' ? (
            <Button onPress={() => act.mutate('pause')} isDisabled={act.isPending}>
              <CirclePause aria-hidden /> {t('pause')}
            </Button>
          ) : null}
          {run.state === 'paused' ? (
            <Button look="primary" onPress={() => act.mutate('resume')} isDisabled={act.isPending}>
              <Play aria-hidden /> {t('resume')}
            </Button>
          ) : null}
          <Button onPress={() => setCanceling(true)} isDisabled={act.isPending}>
            <CircleSlash aria-hidden /> {t(run.state === 'previewing' ? 'discardPreview' : 'cancel')}
          </Button>
        </div>
      )}
      {act.isError || start.isError ? (
        <Note tone="warn" icon={CircleAlert} role="alert">
          {t(tooOld ? 'tooOld' : 'refused')}
        </Note>
      ) : null}
      {canceling ? (
        <ActionDialog
          title={t(isUnstarted ? 'discardTitle' : 'cancelTitle')}
          confirm={t(isUnstarted ? 'discardPreview' : 'cancel')}
          cancel={t('keep')}
          busy={act.isPending}
          onConfirm={() => act.mutate('cancel')}
          onClose={() => setCanceling(false)}
        >
          <p className="text-ink-2">{t(isUnstarted ? 'discardAbout' : 'cancelAbout', { count: run.remaining })}</p>
        </ActionDialog>
      ) : null}
    </div>
  );
}
