'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, MapPin, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import type { LocationRow } from '#lib/contract/access/settings';
import { locationsQuery, postLocationName, postLocationRemoval } from '#lib/contract/access/settings-queries';
import { Refused } from '#lib/contract/base/request-json';

/** The tenant's locations: sources give them ids, people here give them names. */
export function Locations() {
  const t = useTranslations('settings.places');
  const list = useTranslations('list');
  const queries = useQueryClient();
  const query = useQuery(locationsQuery);
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const after = { onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] }) };
  const put = useMutation({ mutationFn: postLocationName, ...after });
  const take = useMutation({ mutationFn: postLocationRemoval, ...after });
  const error = put.error ?? take.error;
  const inUse = error instanceof Refused && error.code === 'in-use';

  function submit(event: FormEvent): void {
    event.preventDefault();
    const place = { id: id.trim(), name: name.trim() };
    if (place.id === '' || place.name === '') return;
    put.mutate(place, {
      onSuccess: () => {
        setId('');
        setName('');
      },
    });
  }

  function edit(place: LocationRow): void {
    setId(place.id);
    setName(place.name ?? '');
  }

  return (
    <section className="flex flex-col gap-4 rounded-lg border border-line bg-card p-4" aria-labelledby="places">
      <div>
        <h2 id="places" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-ink-2 text-sm">{t('about')}</p>
      </div>
      {rows()}
      {error ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t(inUse ? 'inUse' : 'failed')}
        </Note>
      ) : null}
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <div className="min-w-44 flex-1">
          <TextField label={t('id')} value={id} onChange={setId} maxLength={200} spellCheck={false} />
        </div>
        <div className="min-w-44 flex-1">
          <TextField label={t('name')} value={name} onChange={setName} maxLength={120} />
        </div>
        <Button type="submit" className="min-h-9" isDisabled={put.isPending || id.trim() === '' || name.trim() === ''}>
          {t('save')}
        </Button>
      </form>
    </section>
  );

  function rows() {
    if (query.isPending) return <RowSkeleton rows={2} label={list('loading')} />;
    if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (query.data.items.length === 0) return <p className="text-ink-3">{t('none')}</p>;
    return (
      <ul className="divide-y divide-line">
        {query.data.items.map((place) => (
          <li key={place.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <MapPin aria-hidden className="text-ink-3" />
            <span className="min-w-40 flex-1">
              <strong className="block break-words">{place.name ?? t('nameless')}</strong>
              <code className="break-all text-ink-3 text-xs">{place.id}</code>
            </span>
            <span className="text-ink-3 text-sm">{t('people', { count: place.people })}</span>
            <Button
              aria-label={
                place.name === null ? t('giveNameTo', { id: place.id }) : t('renameNamed', { name: place.name })
              }
              onPress={() => edit(place)}
            >
              {t(place.name === null ? 'giveName' : 'rename')}
            </Button>
            {place.name === null ? null : (
              <Button
                look="icon"
                aria-label={t('removeNamed', { name: place.name })}
                isDisabled={take.isPending}
                onPress={() => take.mutate(place.id)}
              >
                <Trash2 aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
    );
  }
}
