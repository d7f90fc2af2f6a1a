'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, ScanSearch, ShieldCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import { AskedWords } from '#components/replays/asked-words';
import { ProcessedChoice } from '#components/replays/processed-choice';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { postReplayPreview } from '#lib/contract/replays/replay-queries';
import { useAskedEvents } from './use-asked-events.ts';

const least = 5;

/** Chooses the events of a replay and asks for its name and reason; the preview then has an address of its own. */
export function NewReplay({ types }: { readonly types: readonly string[] }) {
  const t = useTranslations('replays');
  const router = useRouter();
  const { asked } = useAskedEvents();
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const asking = { name: name.trim(), reason: reason.trim(), ...asked };
  const content = JSON.stringify(asking);
  // The same request sent twice is one preview; a different one is another.
  const key = useMemo(() => (content === '' ? '' : crypto.randomUUID()), [content]);
  const preview = useMutation({
    mutationFn: () => postReplayPreview(asking, key),
    onSuccess: ({ previewId }) => router.push(`/replays/${previewId}`),
  });
  const reread = asked.filter?.['status'] === 'processed';
  const incomplete =
    (reread && asked.filter?.['type'] === undefined) || name.trim() === '' || reason.trim().length < least;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!incomplete && !preview.isPending) preview.mutate();
  }

  return (
    <>
      <h1 className="mb-1 font-semibold text-xl tracking-tight">{t(reread ? 'new.reread' : 'new.title')}</h1>
      <p className="mb-4 max-w-prose text-ink-2">{t('new.advice')}</p>
      <form onSubmit={submit} className="flex max-w-160 flex-col gap-4 rounded-lg border border-line bg-card p-4">
        {reread ? <ProcessedChoice types={types} /> : <AskedWords {...asked} />}
        <TextField
          label={t('new.name')}
          advice={t('new.nameAdvice')}
          value={name}
          onChange={setName}
          maxLength={120}
          required
          isFirst
        />
        <TextField
          label={t('new.reason')}
          advice={t('new.reasonAdvice', { least })}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
        />
        <Note tone="info" icon={ShieldCheck}>
          {t('new.safe')}
        </Note>
        {preview.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t('new.failed')}
          </Note>
        ) : null}
        <div>
          <Button look="primary" type="submit" isDisabled={incomplete || preview.isPending}>
            <ScanSearch aria-hidden /> {t(preview.isPending ? 'new.busy' : 'new.preview')}
          </Button>
        </div>
      </form>
    </>
  );
}
