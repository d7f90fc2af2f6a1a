'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Link2, ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { ChainCheckPart } from '#lib/contract/ledger/audit';
import { postChainCheck } from '#lib/contract/ledger/audit-queries';
import { readHead } from '#lib/domain/base/chain-head';

/** Follows the whole chain, part by part, while the page looks on: however long the log is, no request of it is. */
export function ChainCheck() {
  const t = useTranslations('audit.check');
  const [kept, setKept] = useState('');
  const [part, setPart] = useState<ChainCheckPart | null>(null);
  const stopped = useRef(false);
  const wrongHead = kept.trim() !== '' && readHead(kept) === null;
  const run = useMutation({
    mutationFn: async () => {
      stopped.current = false;
      let last: ChainCheckPart | null = null;
      setPart(null);
      while (!stopped.current && !last?.done) {
        const heads = { ...(last ? { from: last.head } : {}), ...(kept.trim() === '' ? {} : { kept: kept.trim() }) };
        last = await postChainCheck(heads);
        setPart(last);
      }
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!wrongHead) run.mutate();
  }

  return (
    <details className="mb-4 rounded-lg border border-line bg-card">
      <summary className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-2 font-semibold">
        <Link2 aria-hidden /> {t('title')}
      </summary>
      <div className="flex flex-col gap-3 border-line border-t p-3">
        <p className="max-w-prose text-ink-2 text-sm">{t('about')}</p>
        <form onSubmit={submit} className="flex max-w-140 flex-col gap-3">
          <TextField
            label={t('kept')}
            advice={t(wrongHead ? 'wrongHead' : 'keptAdvice')}
            aria-invalid={wrongHead}
            value={kept}
            onChange={setKept}
            spellCheck={false}
            autoComplete="off"
          />
          <div className="flex gap-2">
            <Button look="primary" type="submit" isDisabled={wrongHead || run.isPending}>
              {t(part === null ? 'start' : 'again')}
            </Button>
            {run.isPending ? (
              <Button
                look="quiet"
                onPress={() => {
                  stopped.current = true;
                }}
              >
                {t('stop')}
              </Button>
            ) : null}
          </div>
        </form>
        <div aria-live="polite">{part === null ? null : <Outcome part={part} />}</div>
        {run.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t('failed')}
          </Note>
        ) : null}
      </div>
    </details>
  );
}

function Outcome({ part }: { readonly part: ChainCheckPart }) {
  const t = useTranslations('audit.check');
  const { fault, checked, total, unsealed, head } = part;
  if (fault)
    return (
      <Note tone="bad" icon={ShieldAlert}>
        {t(`broken.${fault.kind}`, { at: fault.at, before: checked })}
      </Note>
    );
  if (!part.done)
    return (
      <div className="flex flex-col gap-1.5">
        <p>{t('progress', { checked, total })}</p>
        <progress value={checked} max={total} aria-label={t('title')} className="h-2 w-full max-w-140 accent-brand" />
      </div>
    );
  return (
    <Note tone="good" icon={CircleCheck}>
      <p>{t('holds', { count: checked, unsealed })}</p>
      <p className="mt-1 text-ink-2 text-sm">{t('head')}</p>
      <code className="mt-1 block break-all text-xs">{head}</code>
      <div className="mt-2">
        <CopyButton label={t('copy')} text={() => head} />
      </div>
    </Note>
  );
}
