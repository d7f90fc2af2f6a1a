'use client';

import {
  CircleAlert,
  CircleCheck,
  CirclePause,
  KeyRound,
  Pause,
  Pencil,
  Play,
  Send,
  TriangleAlert,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import type { SubscriptionRow } from '#lib/contract/connections/downstream';
import { postSubscriptionSwitch, postSubscriptionTest } from '#lib/contract/connections/downstream-queries';
import { type DeliveryState, downstreamChoices } from '#lib/domain/connections/downstream';
import { SourceSecrets } from './source-secrets.tsx';
import { SubscriptionDialog } from './subscription-dialog.tsx';
import { SubscriptionRotate } from './subscription-rotate.tsx';
import { refusalKey, useConnectionAction } from './use-connection-action.ts';

type Props = {
  readonly subscription: SubscriptionRow;
  readonly types: readonly string[];
  readonly onSecret: (secret: string) => void;
  readonly onDeliveries: (state: DeliveryState | null) => void;
};

/** One of the tenant's systems: the types it receives, its health, and the actions on it. */
export function SubscriptionCard({ subscription, types, onSecret, onDeliveries }: Props) {
  const t = useTranslations('downstream');
  const s = useTranslations('sources');
  const [open, setOpen] = useState<'edit' | 'rotate' | null>(null);
  const test = useConnectionAction('subscription', () => postSubscriptionTest(subscription.id));
  const turn = useConnectionAction('subscription', (on: boolean) => postSubscriptionSwitch(subscription, on));
  const { name, url, state, failingSince, lastSuccessAt, lastReply, queued, failed, held } = subscription;
  const paused = state === 'paused';
  const error = test.error ?? turn.error;
  const close = () => setOpen(null);
  const plain = downstreamChoices.filter((one) => one.types.every((type) => subscription.types.includes(type)));
  const covered = new Set<string>(plain.flatMap((one) => one.types));
  const rest = subscription.types.filter((type) => !covered.has(type));
  return (
    <li aria-label={name} className="flex flex-col gap-3 rounded-lg border border-line bg-card px-6 py-4 max-md:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-words font-semibold text-lg">{name}</h2>
        {paused ? (
          <Badge tone="neutral" icon={CirclePause}>
            {t('state.paused')}
          </Badge>
        ) : failingSince === null ? (
          <Badge tone="good" icon={CircleCheck}>
            {t(lastSuccessAt === null ? 'state.waiting' : 'state.works')}
          </Badge>
        ) : (
          <Badge tone="bad" icon={TriangleAlert}>
            {t('state.failing')}
          </Badge>
        )}
        <code className="min-w-0 break-all text-sm">{url}</code>
      </div>
      <p className="text-ink-2 text-sm">{[...plain.map(({ id }) => t(`choice.${id}`)), ...rest].join(' · ')}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {failingSince === null ? null : (
          <span className="font-semibold text-bad">
            {t('failingSince')} <Moment at={failingSince} />
            {lastReply === null ? null : <code className="ml-1 break-words font-normal">{lastReply}</code>}
          </span>
        )}
        {lastSuccessAt === null ? null : (
          <span>
            {t('lastSuccess')} <Moment at={lastSuccessAt} />
          </span>
        )}
        <Button look="ask" onPress={() => onDeliveries(null)}>
          {t('deliveries')}
        </Button>
        {(['queued', 'failed', 'held'] as const).map((word) => {
          const count = { queued, failed, held }[word];
          return count === 0 ? null : (
            <Button key={word} look="ask" onPress={() => onDeliveries(word)}>
              {t(`count.${word}`, { count })}
            </Button>
          );
        })}
      </p>
      <SourceSecrets secrets={subscription.secrets} />
      <div className="no-print flex flex-wrap gap-2">
        <Button isDisabled={test.isPending || paused} onPress={() => test.mutate(undefined)}>
          <Send aria-hidden /> {t('test')}
        </Button>
        <Button onPress={() => setOpen('rotate')}>
          <KeyRound aria-hidden /> {s('rotate.open')}
        </Button>
        <Button onPress={() => setOpen('edit')}>
          <Pencil aria-hidden /> {s('edit.open')}
        </Button>
        <Button look="quiet" isDisabled={turn.isPending} onPress={() => turn.mutate(paused)}>
          {paused ? <Play aria-hidden /> : <Pause aria-hidden />} {t(paused ? 'resume' : 'pause')}
        </Button>
      </div>
      {error ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {s(`refused.${refusalKey(error)}`)}
        </Note>
      ) : null}
      {open === 'edit' ? (
        <SubscriptionDialog subscription={subscription} types={types} onDone={close} onClose={close} />
      ) : null}
      {open === 'rotate' ? (
        <SubscriptionRotate
          subscription={subscription}
          onRotated={(secret) => {
            close();
            if (secret !== null) onSecret(secret);
          }}
          onClose={close}
        />
      ) : null}
    </li>
  );
}
