'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import type { Settings } from '#lib/contract/access/settings';
import { postSettings, settingsQuery } from '#lib/contract/access/settings-queries';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import { SettingsFields } from './settings-fields.tsx';
import { editOf, type TypedSettings, typedOf, wrongIn } from './typed-settings.ts';

/** The tenant's settings. Of two admins at once, the second to save gets a warning, and may see the first one's changes. */
export function SettingsForm() {
  const list = useTranslations('list');
  const query = useQuery(settingsQuery);
  if (query.isPending) return <RowSkeleton rows={6} label={list('loading')} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Form now={query.data} />;
}

function Form({ now }: { readonly now: Settings }) {
  const t = useTranslations('settings');
  const queries = useQueryClient();
  /** The settings that the form was filled from: while nothing is typed it follows the server. */
  const [base, setBase] = useState(now);
  const [typed, setTyped] = useState(() => typedOf(now));
  const touched = JSON.stringify(typed) !== JSON.stringify(typedOf(base));
  if (!touched && base.version !== now.version) fill(now);
  const save = useMutation({
    mutationFn: () => postSettings(editOf(typed, base)),
    onSuccess: async ({ version }) => {
      await queries.invalidateQueries({ queryKey: keys.settings });
      const fresh = queries.getQueryData<Settings>(keys.settings);
      if (fresh && fresh.version >= version) fill(fresh);
    },
  });
  const wrong = wrongIn(typed);
  const code = save.error instanceof Refused ? save.error.code : null;

  function fill(settings: Settings): void {
    setBase(settings);
    setTyped(typedOf(settings));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (touched && wrong.length === 0) save.mutate();
  }

  function change(next: TypedSettings): void {
    setTyped(next);
    if (save.isSuccess) save.reset();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-6" aria-label={t('title')}>
      <SettingsFields typed={typed} wrong={wrong} hasSecret={base.hasWebhookSecret} onChange={change} />
      <div className="flex flex-col gap-3">
        {save.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(code === 'changed' ? 'changed' : code === 'invalid' ? 'invalid' : 'failed')}{' '}
            {code === 'changed' ? (
              <Button
                look="ask"
                onPress={() => {
                  save.reset();
                  void queries.invalidateQueries({ queryKey: keys.settings });
                  fill(now);
                }}
              >
                {t('takeOver')}
              </Button>
            ) : null}
          </Note>
        ) : null}
        {save.isSuccess && !touched ? (
          <Note tone="good" icon={CircleCheck} role="status">
            {t('saved')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={!touched || wrong.length > 0 || save.isPending}>
            {t('save')}
          </Button>
          {touched ? (
            <Button look="quiet" onPress={() => fill(now)}>
              {t('discard')}
            </Button>
          ) : null}
        </div>
      </div>
    </form>
  );
}
