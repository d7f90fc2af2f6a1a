'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Pause, Play, Square } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { RunState } from '#components/retention/run-state';
import { Button } from '#components/ui/button';
import { Meter } from '#components/ui/meter';
import { Note } from '#components/ui/note';
import { keys } from '#lib/contract/base/keys';
import type { PurgeRunRow } from '#lib/contract/retention/retention';
import { postPurgeState } from '#lib/contract/retention/retention-queries';

/** The purge that goes on or waits: its progress, and the actions on it. */
export function OpenRun({ run }: { readonly run: PurgeRunRow }) {
  const t = useTranslations('retention');
  const format = useFormatter();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (to: 'running' | 'paused' | 'stopped') => postPurgeState(run.id, to),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.retention }),
  });
  const of = Math.max(run.total, run.looked);
  return (
    <section
      aria-label={t('openRun')}
      className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2 rounded-lg border border-line bg-card px-4 py-3"
    >
      <RunState state={run.state} />
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5">
        <p role="status">
          {t('progress', {
            looked: format.number(run.looked),
            total: format.number(of),
            removed: format.number(run.removed),
          })}
        </p>
        <Meter share={of === 0 ? 0 : run.looked / of} />
      </div>
      <div className="flex flex-wrap gap-2">
        {run.state === 'running' ? (
          <Button isDisabled={move.isPending} onPress={() => move.mutate('paused')}>
            <Pause aria-hidden /> {t('pause')}
          </Button>
        ) : (
          <Button look="primary" isDisabled={move.isPending} onPress={() => move.mutate('running')}>
            <Play aria-hidden /> {t('resume')}
          </Button>
        )}
        <Button look="quiet" isDisabled={move.isPending} onPress={() => move.mutate('stopped')}>
          <Square aria-hidden /> {t('stop')}
        </Button>
      </div>
      {move.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t('failed')}
        </Note>
      ) : null}
    </section>
  );
}
