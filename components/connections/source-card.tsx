'use client';

import { CircleAlert, CircleCheck, CirclePause, CircleSlash, FlaskConical, KeyRound, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { Moment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import { SinceLine } from '#components/ui/since-line';
import type { SourceRow } from '#lib/contract/connections/source';
import { postOldSecretEnd, reopenSource, testSource } from '#lib/contract/connections/source-queries';
import { EditSourceDialog } from './edit-source-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { SourceFigures } from './source-figures.tsx';
import { SourceSecrets } from './source-secrets.tsx';
import { SourceSwitch } from './source-switch.tsx';
import { TestResult } from './test-result.tsx';
import { refusalKey, useConnectionAction } from './use-connection-action.ts';

type Props = { readonly source: SourceRow; readonly onSecret: (secret: string) => void };

const stateLooks = {
  active: ['good', CircleCheck],
  paused: ['warn', CirclePause],
  off: ['neutral', CircleSlash],
} as const;

/** One source: its address, its settings, its health, and the actions on it. */
export function SourceCard({ source, onSecret }: Props) {
  const t = useTranslations('sources');
  const [open, setOpen] = useState<'edit' | 'rotate' | null>(null);
  const test = useConnectionAction('source', () => testSource(source.id));
  const reopen = useConnectionAction('source', () => reopenSource(source));
  const end = useConnectionAction('source', () => postOldSecretEnd(source));
  const { name, key, url, format, environment, wireId, tenantIds, ratePerSecond, curl, state, switched } = source;
  const [tone, icon] = stateLooks[state];
  const error = test.error ?? reopen.error ?? end.error;
  return (
    <li aria-label={name} className="flex flex-col gap-4 rounded-lg border border-line bg-card px-6 py-4 max-md:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-words font-semibold text-lg">{name}</h2>
        <Badge tone={tone} icon={icon}>
          {t(`state.${state}`)}
        </Badge>
        <span className="text-ink-2 text-sm">{t(`format.${format}`)}</span>
        <span className="text-ink-3 text-sm md:ml-auto">
          {source.counts.lastReceivedAt === null ? (
            t('noEvent')
          ) : (
            <>
              {t('lastEvent')} <Moment at={source.counts.lastReceivedAt} />
            </>
          )}
        </span>
      </div>
      {switched === null || state === 'active' ? null : (
        <SinceLine
          what={switched.by === null ? t(`switch.${state}.since`) : t(`switch.${state}.sinceBy`, { by: switched.by })}
          at={switched.at}
          why={switched.reason}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 break-all text-sm">{url}</code>
        <CopyButton label={t('copyUrl')} text={() => url} />
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-sm">
        <span>
          {t('field.key')}: <code>{key}</code>
        </span>
        {environment === null ? null : (
          <span>
            {t('field.environment')}: {environment}
          </span>
        )}
        {format === 'medication-service' || wireId !== null ? (
          <span>
            {t('tenants')}: <code>{wireId ?? (tenantIds.join(', ') || '–')}</code>
          </span>
        ) : null}
        <span>{ratePerSecond === null ? t('noRate') : t('rate', { count: ratePerSecond })}</span>
      </p>
      <SourceFigures source={source} />
      <SourceSecrets secrets={source.secrets} onEndOld={() => end.mutate(undefined)} busy={end.isPending} />
      <div className="no-print flex flex-wrap gap-2">
        {source.canSign ? (
          <Button isDisabled={test.isPending} onPress={() => test.mutate(undefined)}>
            <FlaskConical aria-hidden /> {t('test')}
          </Button>
        ) : null}
        {curl === null ? null : <CopyButton label={t('copyCurl')} text={() => curl} />}
        <Button onPress={() => setOpen('rotate')}>
          <KeyRound aria-hidden /> {t('rotate.open')}
        </Button>
        <Button onPress={() => setOpen('edit')}>
          <Pencil aria-hidden /> {t('edit.open')}
        </Button>
        <SourceSwitch source={source} busy={reopen.isPending} onReopen={() => reopen.mutate(undefined)} />
      </div>
      {source.canSign ? null : <p className="text-ink-3 text-sm">{t('onlySender')}</p>}
      {test.data ? <TestResult result={test.data} /> : null}
      {error ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t(`refused.${refusalKey(error)}`)}
        </Note>
      ) : null}
      {open === 'edit' ? <EditSourceDialog source={source} onClose={() => setOpen(null)} /> : null}
      {open === 'rotate' ? (
        <RotateDialog
          source={source}
          onRotated={(secret) => {
            setOpen(null);
            if (secret !== null) onSecret(secret);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </li>
  );
}
