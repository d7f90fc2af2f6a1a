'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import { postRecipient } from '#lib/contract/flow/flow-queries';

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
  const cancel = useTranslations('pharmacy.act');
  const queries = useQueryClient();
  const [kind, setKind] = useState<'email' | 'webhook'>('email');
  const [locale, setLocale] = useState<'en' | 'es'>(useLocale().startsWith('es') ? 'es' : 'en');
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const adding = useMutation({
    mutationFn: () => postRecipient({ kind, address: address.trim(), locale }),
    onSuccess: async (added) => {
      await queries.invalidateQueries({ queryKey: ['flow'] });
      if (added.secret === null) onClose();
      else setSecret(added.secret);
    },
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

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (address.trim() !== '') adding.mutate();
  }

  return (
    <ModalDialog title={t('addTitle')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
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
            choices={[
              { id: 'en', label: t('english') },
              { id: 'es', label: t('spanish') },
            ]}
            onChange={(value) => setLocale(value === 'es' ? 'es' : 'en')}
          />
        ) : null}
        {adding.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(`refused.${wordsFor(adding.error)}`)}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={adding.isPending || address.trim() === ''}>
            {t('confirm')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {cancel('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function wordsFor(error: Error): Words {
  return error instanceof Refused && error.code !== null ? (wordsOf[error.code] ?? 'other') : 'other';
}
