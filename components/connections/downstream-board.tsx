'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { EncounterList } from '#components/prescriptions/encounter-list';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { subscriptionsQuery } from '#lib/contract/connections/downstream-queries';
import { deliveryStates } from '#lib/domain/connections/downstream';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { SecretOnce } from './secret-once.tsx';
import { SubscriptionCard } from './subscription-card.tsx';
import { SubscriptionDialog } from './subscription-dialog.tsx';

/** The tenant's own systems and the types that each receives; the open one and its filter are in the address. */
export function DownstreamBoard() {
  const t = useTranslations('downstream');
  const list = useTranslations('list');
  const query = useQuery(subscriptionsQuery);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [place, setPlace] = useQueryStates(
    { open: parseAsString, state: parseAsStringLiteral(deliveryStates) },
    { history: 'push' },
  );
  const opened = query.data?.items.find(({ id }) => id === place.open);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice')}</p>
        <Button look="primary" className="no-print ml-auto" isDisabled={!query.data} onPress={() => setAdding(true)}>
          <Plus aria-hidden /> {t('new.open')}
        </Button>
      </div>
      {body()}
      <EncounterList />
      {adding && query.data ? (
        <SubscriptionDialog
          types={query.data.types}
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {secret === null ? null : <SecretOnce secret={secret} onClose={() => setSecret(null)} />}
      {opened ? (
        <DeliveryDrawer
          subscription={opened}
          state={place.state}
          onState={(state) => void setPlace({ state })}
          onClose={() => void setPlace({ open: null, state: null })}
        />
      ) : null}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton rows={2} label={list('loading')} />;
    if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    const { items, types } = query.data;
    if (items.length === 0) return <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />;
    return (
      <ul aria-label={t('title')} className="flex flex-col gap-3">
        {items.map((one) => (
          <SubscriptionCard
            key={one.id}
            subscription={one}
            types={types}
            onSecret={setSecret}
            onDeliveries={(state) => void setPlace({ open: one.id, state })}
          />
        ))}
      </ul>
    );
  }
}
