'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Braces, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { AmendRefusal } from '#components/dead-letters/amend-refusal';
import { CheckNote } from '#components/dead-letters/check-note';
import { DiffView } from '#components/dead-letters/diff-view';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import type { AmendmentDraft } from '#lib/contract/dead-letters/amendment';
import { postAmendment } from '#lib/contract/dead-letters/dead-letter-queries';
import { useCheck } from './use-amendment-check.ts';

const least = 5;

type Props = {
  readonly seq: number;
  readonly draft: AmendmentDraft;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

function laidOut(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}

/** Writes the correct content of the event: read by the schema while it is typed, shown beside the sent one. */
export function AmendEditor({ seq, draft, onDone, onCancel }: Props) {
  const t = useTranslations('deadLetters.amend');
  const queries = useQueryClient();
  const id = useId();
  const [text, setText] = useState(draft.text);
  const [reason, setReason] = useState('');
  const changed = text !== draft.sent;
  const check = useCheck(seq, changed ? text : null);
  const proposing = useMutation({
    mutationFn: () => postAmendment(seq, text, reason.trim()),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const ready = changed && check.data?.ok === true && !check.isFetching && reason.trim().length >= least;
  const tidy = laidOut(text);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !proposing.isPending) proposing.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" aria-label={t('beginTitle')}>
      <p className="text-ink-2 text-sm">{t(draft.whole ? 'body' : 'payload')}</p>
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-end justify-between gap-2">
          <label htmlFor={id} className="font-semibold text-sm">
            {t('text')}
          </label>
          <span className="flex flex-wrap gap-2">
            <Button look="quiet" isDisabled={tidy === null || tidy === text} onPress={() => setText(tidy ?? text)}>
              <Braces aria-hidden /> {t('layOut')}
            </Button>
            <Button look="quiet" isDisabled={text === draft.text} onPress={() => setText(draft.text)}>
              <RotateCcw aria-hidden /> {t('startOver')}
            </Button>
          </span>
        </div>
        <textarea
          id={id}
          aria-describedby={`${id}-advice ${id}-check`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={Math.min(24, Math.max(8, text.split('\n').length + 1))}
          spellCheck={false}
          autoComplete="off"
          className="w-full resize-y rounded-md border border-control bg-card p-3 font-mono text-ink text-xs leading-5"
        />
        <p id={`${id}-advice`} className="text-ink-3 text-xs">
          {t('textAdvice')}
        </p>
      </div>
      <div id={`${id}-check`}>
        <CheckNote changed={changed} check={check} />
      </div>
      {changed ? (
        <section aria-labelledby={`${id}-diff`}>
          <h3 id={`${id}-diff`} className="mb-1 font-semibold text-sm">
            {t('diff')}
          </h3>
          <DiffView sent={draft.sent} amended={text} />
        </section>
      ) : null}
      <TextField
        label={t('reason')}
        advice={t('reasonAdvice', { least })}
        value={reason}
        onChange={setReason}
        maxLength={500}
        required
      />
      <AmendRefusal error={proposing.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" isDisabled={!ready || proposing.isPending}>
          {t('propose')}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
