'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail, Plus, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AddRecipient } from '#components/flow/add-recipient';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import type { OpsRecipient } from '#lib/contract/flow/flow';
import { postRecipientRemoval, postRecipientTest, recipientsQuery } from '#lib/contract/flow/flow-queries';

/** The recipients of the tenant's notifications, with the result of the last message to each. */
export function Recipients() {
  const t = useTranslations('flow.recipients');
  const list = useTranslations('list');
  const [adding, setAdding] = useState(false);
  const query = useQuery(recipientsQuery);
  return (
    <section aria-label={t('title')}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold">{t('title')}</h2>
        <Button className="ml-auto" onPress={() => setAdding(true)}>
          <Plus aria-hidden /> {t('add')}
        </Button>
      </div>
      <p className="mb-2 text-ink-3 text-sm">{t('advice')}</p>
      {query.isPending ? <RowSkeleton rows={2} label={list('loading')} /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data?.items.length === 0 ? <p className="text-ink-2 text-sm">{t('none')}</p> : null}
      {query.data && query.data.items.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {query.data.items.map((one) => (
            <Recipient key={one.id} recipient={one} />
          ))}
        </ul>
      ) : null}
      {adding ? <AddRecipient onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

const states = ['queued', 'sending', 'accepted', 'failed', 'uncertain', 'cancelled', 'held'] as const;

function Recipient({ recipient: { id, kind, address, last } }: { readonly recipient: OpsRecipient }) {
  const t = useTranslations('flow.recipients');
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['flow'] });
  const removing = useMutation({ mutationFn: () => postRecipientRemoval(id), onSuccess: refresh });
  const testing = useMutation({ mutationFn: () => postRecipientTest(id), onSuccess: refresh });
  const Icon = kind === 'email' ? Mail : Webhook;
  const state = states.find((one) => one === last?.state);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <Icon role="img" aria-label={t(kind)} className="text-ink-3" />
      <div className="min-w-0 flex-1 basis-52">
        <p className="break-all">{address}</p>
        <p className="text-ink-3 text-xs" aria-live="polite">
          {last === null || state === undefined ? (
            t('never')
          ) : (
            <>
              {t('last')}: <span className={state === 'failed' ? 'text-bad' : ''}>{t(`state.${state}`)}</span>{' '}
              <Moment at={last.at} />
              {state === 'failed' && last.reply ? <code className="ml-1 break-words">{last.reply}</code> : null}
            </>
          )}
          {testing.isSuccess ? ` · ${t('testSent')}` : null}
        </p>
      </div>
      <div className="flex gap-1">
        <Button
          look="quiet"
          aria-label={t('testNamed', { address })}
          isDisabled={testing.isPending}
          onPress={() => testing.mutate()}
        >
          {t('test')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('removeNamed', { address })}
          isDisabled={removing.isPending}
          onPress={() => removing.mutate()}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
