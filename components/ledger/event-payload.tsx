'use client';

import { useMutation } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { ReasonDialog } from '#components/ui/dialog/reason-dialog';
import { ExactMoment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import { postPayloadReveal } from '#lib/contract/ledger/event-queries';
import { prettyJson } from './pretty-json.ts';

type Props = {
  readonly seq: number;
  readonly bytes: number;
  readonly retainUntil: string | null;
  readonly purgedAt?: string | null;
};

/** The signed bytes: hidden, shown for a reason, and gone again when the drawer closes. */
export function EventPayload({ seq, bytes, retainUntil, purgedAt = null }: Props) {
  const t = useTranslations('reveal');
  const format = useFormatter();
  const [asking, setAsking] = useState(false);
  const [asSent, setAsSent] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) => postPayloadReveal(seq, reason),
    onSuccess: () => setAsking(false),
  });
  const payload = reveal.data;
  const pretty = payload ? prettyJson(payload.text) : null;
  const text = payload === undefined ? '' : asSent || pretty === null ? payload.text : pretty;

  if (purgedAt !== null)
    return (
      <section aria-labelledby="payload" className="flex flex-col gap-2 border-line border-t pt-4">
        <h3 id="payload" className="font-semibold">
          {t('payload')}
        </h3>
        <Note tone="neutral" icon={EyeOff}>
          {t('goneSince')} <ExactMoment at={purgedAt} />
        </Note>
      </section>
    );

  return (
    <section aria-labelledby="payload" className="flex flex-col gap-2 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 id="payload" className="font-semibold">
          {t('payload')}
        </h3>
        <p className="text-ink-3 text-xs">
          {t('bytes', { bytes: format.number(bytes) })}
          {retainUntil === null ? null : (
            <>
              {' · '}
              {t('keptUntil')} <ExactMoment at={retainUntil} />
            </>
          )}
        </p>
      </div>
      {payload === undefined ? (
        <div className="flex flex-wrap items-center gap-3 rounded-md bg-sunken px-3 py-3 text-ink-2 text-sm">
          <EyeOff aria-hidden />
          <span className="min-w-0 flex-1">{t('hidden')}</span>
          <Button onPress={() => setAsking(true)}>
            <Eye aria-hidden /> {t('showPayload')}
          </Button>
        </div>
      ) : (
        <>
          {payload.index === null ? null : (
            <p className="text-ink-2 text-sm">{t('inBatch', { place: payload.index + 1 })}</p>
          )}
          <pre className="whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-xs leading-5">
            {text}
          </pre>
          <div className="flex flex-wrap gap-2">
            {pretty === null ? null : (
              <Button aria-pressed={asSent} onPress={() => setAsSent((raw) => !raw)}>
                {t(asSent ? 'readable' : 'asSent')}
              </Button>
            )}
            <CopyButton label={t('copy')} text={() => text} />
            <Button look="quiet" onPress={reveal.reset}>
              <EyeOff aria-hidden /> {t('hide')}
            </Button>
          </div>
        </>
      )}
      {asking ? (
        <ReasonDialog
          title={t('showPayload')}
          error={reveal.error}
          busy={reveal.isPending}
          onReason={reveal.mutate}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
