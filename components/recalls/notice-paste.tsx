'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ClipboardPaste, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { postNotice } from '#lib/contract/recalls/recall-queries';
import { NoticeMatches } from './notice-matches.tsx';

/** A notice as a regulator publishes it, compared with our lots. Nothing is opened by comparing. */
export function NoticePaste() {
  const t = useTranslations('recalls.notice');
  const id = useId();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const match = useMutation({ mutationFn: postNotice });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() !== '') match.mutate(text);
  }

  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3 rounded-lg border border-line bg-card p-4">
      <h2 id={`${id}-title`} className="font-semibold">
        {t('title')}
      </h2>
      <form onSubmit={submit} className="flex flex-col gap-2">
        <label htmlFor={id} className="font-semibold text-sm">
          {t('label')}
        </label>
        <textarea
          id={id}
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={5}
          maxLength={100_000}
          aria-describedby={`${id}-advice`}
          className="w-full rounded-md border border-control bg-card px-2.5 py-1.5 text-ink"
        />
        <p id={`${id}-advice`} className="text-ink-3 text-xs">
          {t('advice')}
        </p>
        <div>
          <Button type="submit" isDisabled={text.trim() === '' || match.isPending}>
            <ClipboardPaste aria-hidden /> {t('match')}
          </Button>
        </div>
      </form>
      {match.isError ? (
        <Note tone="bad" icon={TriangleAlert} role="alert">
          {t('again')}
        </Note>
      ) : null}
      {match.data ? (
        <NoticeMatches
          key={match.submittedAt}
          answer={match.data}
          onOpened={() => void queries.invalidateQueries({ queryKey: ['recalls'] })}
        />
      ) : null}
    </section>
  );
}
