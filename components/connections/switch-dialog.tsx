'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '#components/ui/field/text-field';
import type { SourceRow } from '#lib/contract/connections/source';
import { postSourceOff, postSourcePause } from '#lib/contract/connections/source-queries';
import { leastSwitchReason } from '#lib/domain/ledger/source-state';
import { FormDialog } from './form-dialog.tsx';
import { useConnectionAction } from './use-connection-action.ts';

type Props = { readonly source: SourceRow; readonly to: 'paused' | 'off'; readonly onClose: () => void };

/** Asked before a source gets another answer than "kept": its sender's reaction to that answer, and its present rate. */
export function SwitchDialog({ source, to, onClose }: Props) {
  const t = useTranslations('sources');
  const [reason, setReason] = useState('');
  const [key, setKey] = useState('');
  const act = useConnectionAction(
    'source',
    () => (to === 'paused' ? postSourcePause(source, reason.trim()) : postSourceOff(source, reason.trim(), key.trim())),
    onClose,
  );
  const ready = reason.trim().length >= leastSwitchReason && (to === 'paused' || key.trim() === source.key);
  return (
    <FormDialog
      title={t(`switch.${to}.title`, { name: source.name })}
      confirm={t(to === 'paused' ? 'pause' : 'turnOff')}
      error={act.error}
      busy={act.isPending}
      ready={ready}
      onConfirm={() => act.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t(`switch.${to}.answer`)}</p>
      <p>{t(`switch.${to}.sender.${source.format}`)}</p>
      <p className="text-ink-2">{t('switch.lastHour', { count: source.counts.lastHour })}</p>
      <TextField
        label={t('switch.reason')}
        advice={t('switch.reasonAdvice', { least: leastSwitchReason })}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      {to === 'paused' ? null : (
        <TextField
          label={t('switch.key', { key: source.key })}
          value={key}
          onChange={setKey}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
        />
      )}
    </FormDialog>
  );
}
