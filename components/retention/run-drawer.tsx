'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, ShieldCheck, ShieldX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RunState } from '#components/retention/run-state';
import { Tallies } from '#components/retention/tallies';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { ExactMoment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import type { PurgeRunRow } from '#lib/contract/retention/retention';
import { checkPurge } from '#lib/contract/retention/retention-queries';

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </>
  );
}

/** One purge's record: the time, the person, the deleted and kept events per type, and whether its hash matches the deletion records it left. */
export function RunDrawer({ run, onClose }: { readonly run: PurgeRunRow; readonly onClose: () => void }) {
  const t = useTranslations('retention');
  const list = useTranslations('list');
  const check = useMutation({ mutationFn: () => checkPurge(run.id) });
  return (
    <Drawer title={t('run', { id: run.id })} closeLabel={list('close')} onClose={onClose}>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm max-sm:grid-cols-1 max-sm:gap-y-0.5">
        <Fact label={t('column.state')}>
          <RunState state={run.state} />
        </Fact>
        <Fact label={t('column.by')}>{run.by ?? t('daily')}</Fact>
        <Fact label={t('column.started')}>
          <ExactMoment at={run.startedAt} />
        </Fact>
        {run.finishedAt === null ? null : (
          <Fact label={t('finished')}>
            <ExactMoment at={run.finishedAt} />
          </Fact>
        )}
        <Fact label={t('asOf')}>
          <ExactMoment at={run.asOf} />
        </Fact>
        {run.receivedBefore === null ? null : (
          <Fact label={t('receivedBefore')}>
            <ExactMoment at={run.receivedBefore} />
          </Fact>
        )}
        <Fact label={t('column.hash')}>
          <code className="text-xs">{run.hash}</code>
        </Fact>
      </dl>
      <section aria-label={t('perType')} className="border-line border-t pt-3">
        <h3 className="mb-1 font-semibold">{t('perType')}</h3>
        {run.types.length === 0 ? (
          <p className="text-ink-2">{t('nothingLooked')}</p>
        ) : (
          <Tallies types={run.types} ahead={false} />
        )}
      </section>
      <section aria-label={t('proof')} className="flex flex-col gap-3 border-line border-t pt-3">
        <p className="text-ink-2 text-sm">{t('proofAdvice')}</p>
        <Button className="self-start" isDisabled={check.isPending} onPress={() => check.mutate()}>
          <ShieldCheck aria-hidden /> {t('check')}
        </Button>
        {check.data ? (
          <Note
            tone={check.data.matches ? 'good' : 'bad'}
            icon={check.data.matches ? ShieldCheck : ShieldX}
            role="status"
          >
            {t(check.data.matches ? 'matches' : 'differs', { count: check.data.events })}
          </Note>
        ) : null}
        {check.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t('failed')}
          </Note>
        ) : null}
      </section>
    </Drawer>
  );
}
