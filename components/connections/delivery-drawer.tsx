'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CirclePause, Clock, RotateCw, Send } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { ErrorState } from '#components/ui/error-state';
import { FilterChip } from '#components/ui/filter-chip';
import { ExactMoment, Moment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import { listQuery } from '#lib/contract/base/list-query';
import { deliveriesList } from '#lib/contract/connections/deliveries-list';
import type { DeliveryRow, SubscriptionRow } from '#lib/contract/connections/downstream';
import { postDeliveryResend } from '#lib/contract/connections/downstream-queries';
import { type DeliveryState, deliveryStates } from '#lib/domain/connections/downstream';
import { refusalKey, useConnectionAction } from './use-connection-action.ts';

const looks = {
  queued: ['info', Clock],
  sending: ['info', Send],
  accepted: ['good', CircleCheck],
  failed: ['bad', CircleAlert],
  held: ['neutral', CirclePause],
} as const;

type Props = {
  readonly subscription: SubscriptionRow;
  readonly state: DeliveryState | null;
  readonly onState: (state: DeliveryState | null) => void;
  readonly onClose: () => void;
};

/** The sent, sending and pending deliveries to one system: each with every try, and the very body. */
export function DeliveryDrawer({ subscription, state, onState, onClose }: Props) {
  const t = useTranslations('downstream');
  const list = useTranslations('list');
  const query = useInfiniteQuery(
    listQuery(deliveriesList, { state: state ?? undefined, sort: '-queued' }, { id: subscription.id }),
  );
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer above={t('deliveries')} title={subscription.name} closeLabel={list('close')} onClose={onClose}>
      <FilterChip
        label={t('field.state')}
        anyLabel={list('any')}
        value={state}
        options={deliveryStates.map((id) => ({ id, label: t(`delivery.${id}`) }))}
        onChange={(word) => onState(deliveryStates.find((one) => one === word) ?? null)}
      />
      {query.isPending ? (
        <RowSkeleton rows={4} label={list('loading')} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <p className="text-ink-2">{t(state === null ? 'noDeliveries' : 'noneOfThese')}</p>
      ) : (
        <ul aria-label={t('deliveries')} className="divide-y divide-line rounded-lg border border-line">
          {rows.map((row) => (
            <Delivery key={row.id} row={row} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {list('more')}
        </Button>
      ) : null}
    </Drawer>
  );
}

function Delivery({ row }: { readonly row: DeliveryRow }) {
  const t = useTranslations('downstream');
  const s = useTranslations('sources');
  const resend = useConnectionAction('subscription', () => postDeliveryResend(row.id));
  const [tone, icon] = looks[row.state];
  const settled = row.state === 'accepted' || row.state === 'failed';
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tone} icon={icon}>
          {t(`delivery.${row.state}`)}
        </Badge>
        <span className="min-w-0 break-all font-mono text-xs">{row.type}</span>
        <span className="ml-auto text-ink-3">
          <Moment at={row.queuedAt} />
        </span>
      </div>
      <p className="flex flex-wrap gap-x-3 text-ink-2">
        {row.prescriptionId === null ? null : (
          <Link href={`/prescriptions/${encodeURIComponent(row.prescriptionId)}`}>
            <code className="break-all">{row.prescriptionId}</code>
          </Link>
        )}
        {row.eventSeq === null ? null : <Link href={`/events?open=${row.eventSeq}`}>{t('event')}</Link>}
        {row.reply === null ? null : <code className="break-words text-ink-3">{row.reply}</code>}
        {row.nextAttemptAt === null || row.attempts === 0 ? null : (
          <span>
            {t('nextTry')} <Moment at={row.nextAttemptAt} />
          </span>
        )}
      </p>
      <details>
        <summary className="cursor-pointer text-ink-3 text-xs">{t('tries', { count: row.tries.length })}</summary>
        <ol className="mt-1 flex flex-col gap-0.5 text-xs">
          {row.tries.map((one) => (
            <li key={one.at}>
              <ExactMoment at={one.at} /> · <code className="break-words">{one.reply}</code>
            </li>
          ))}
        </ol>
        <code className="mt-1 block break-all rounded bg-sunken p-2 text-xs">{row.body}</code>
        <p className="mt-1 text-ink-3 text-xs">
          webhook-id <code className="break-all">{row.id}</code>
        </p>
      </details>
      {settled ? (
        <div>
          <Button isDisabled={resend.isPending} onPress={() => resend.mutate(undefined)}>
            <RotateCw aria-hidden /> {t('resend')}
          </Button>
        </div>
      ) : null}
      {resend.error ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {s(`refused.${refusalKey(resend.error)}`)}
        </Note>
      ) : null}
    </li>
  );
}
