'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '#components/ui/field/text-field';
import type { SubscriptionRow } from '#lib/contract/connections/downstream';
import { postSubscription, postSubscriptionEdit } from '#lib/contract/connections/downstream-queries';
import { downstreamChoices } from '#lib/domain/connections/downstream';
import { FormDialog } from './form-dialog.tsx';
import { TypeChoice } from './type-choice.tsx';
import { useConnectionAction } from './use-connection-action.ts';

type Props = {
  /** Left out: a new one. */
  readonly subscription?: SubscriptionRow;
  readonly types: readonly string[];
  readonly onDone: (secret: string | null) => void;
  readonly onClose: () => void;
};

/** The name, address and types of one of the tenant's systems. */
export function SubscriptionDialog({ subscription, types, onDone, onClose }: Props) {
  const t = useTranslations('downstream');
  const [name, setName] = useState(subscription?.name ?? '');
  const [url, setUrl] = useState(subscription?.url ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(subscription?.types ?? downstreamChoices[0].types),
  );
  const save = useConnectionAction(
    'subscription',
    async (): Promise<string | null> => {
      const entered = { name: name.trim(), url: url.trim(), types: [...chosen] };
      if (subscription === undefined) return (await postSubscription(entered)).secret;
      await postSubscriptionEdit(subscription, entered);
      return null;
    },
    onDone,
  );
  return (
    <FormDialog
      title={subscription === undefined ? t('new.title') : t('edit', { name: subscription.name })}
      confirm={subscription === undefined ? t('new.confirm') : t('save')}
      error={save.error}
      busy={save.isPending}
      ready={name.trim() !== '' && URL.canParse(url.trim()) && chosen.size > 0}
      onConfirm={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField label={t('field.name')} value={name} onChange={setName} maxLength={100} required isFirst />
      <TextField
        label={t('field.url')}
        advice={t('field.urlAdvice')}
        value={url}
        onChange={setUrl}
        maxLength={1000}
        required
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
      />
      <TypeChoice types={types} chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}
