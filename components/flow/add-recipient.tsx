'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Refused } from '#lib/contract/base/request-json';
import { postRecipient } from '#lib/contract/flow/flow-queries';
import { languages, locales, readLocale } from '#lib/domain/base/locale';
import { useAction } from '../ui/dialog/use-action.ts';

const wordsOf: Readonly<Record<string, Words>> = {
  'recipient-known': 'known',
  'private-address': 'private',
  'not-https': 'https',
  'unknown-host': 'unknown',
};
type Words = 'known' | 'private' | 'https' | 'unknown' | 'other';

/** Adds a recipient of notifications; a webhook's secret is shown once. */
export function AddRecipient({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('flow.recipients');
  const [kind, setKind] = useState<'email' | 'webhook'>('email');
  const [locale, setLocale] = useState(readLocale(useLocale()));
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const adding = useAction({
    act: () => postRecipient({ kind, address: address.trim(), locale }),
    stale: [['flow']],
    onDone: (added) => (added.secret === null ? onClose() : setSecret(added.secret)),
  });
  if (secret !== null)
    return (
      <ModalDialog title={t('secretTitle')} onClose={onClose}>
        <p className="text-ink-2">{t('secretAdvice')}</p>
        <code className="break-all rounded-md bg-sunken p-3">{secret}</code>
        <div className="flex gap-2">
          <CopyButton label={t('copySecret')} text={() => secret} />
          <Button look="primary" onPress={onClose}>
            {t('done')}
          </Button>
        </div>
      </ModalDialog>
    );

  return (
    <ActionDialog
      title={t('addTitle')}
      confirm={t('confirm')}
      isReady={address.trim() !== ''}
      busy={adding.isPending}
      failure={adding.isError ? t(`refused.${wordsFor(adding.error)}`) : null}
      onConfirm={adding.mutate}
      onClose={onClose}
    >
      <ChoiceField
        label={t('kind')}
        value={kind}
        choices={[
          { id: 'email', label: t('email') },
          { id: 'webhook', label: t('webhook') },
        ]}
        onChange={(value) => setKind(value === 'webhook' ? 'webhook' : 'email')}
      />
      <TextField
        label={t('address')}
        advice={t('addressAdvice')}
        type={kind === 'email' ? 'email' : 'url'}
        value={address}
        onChange={setAddress}
        required
        isFirst
      />
      {kind === 'email' ? (
        <ChoiceField
          label={t('language')}
          value={locale}
          choices={locales.map((id) => ({ id, label: languages[id].name }))}
          onChange={(value) => setLocale(readLocale(value))}
        />
      ) : null}
    </ActionDialog>
  );
}

function wordsFor(error: Error): Words {
  return error instanceof Refused && error.code !== null ? (wordsOf[error.code] ?? 'other') : 'other';
}
