'use client';

import { Clock, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { ExactMoment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import { PanelButton } from '#components/ui/panel-button';
import { zonedInstant, zonedText } from '#lib/i18n/zoned';
import { useKnownAt } from './use-known-at.ts';

/** Asks for an earlier moment: only events received by then count. */
export function KnownAtPicker({ zone }: { readonly zone: string }) {
  const t = useTranslations('knownAt');
  const { knownAt, know } = useKnownAt();
  return (
    <PanelButton
      look="plain"
      label={t('ask')}
      atEnd
      panel={(close) => <MomentForm zone={zone} at={knownAt} onMoment={know} onDone={close} />}
    >
      <Clock aria-hidden /> {t('ask')}
    </PanelButton>
  );
}

type Asking = {
  readonly zone: string;
  readonly at: string | null;
  readonly onMoment: (at: string) => void;
  readonly onDone: () => void;
};

function MomentForm({ zone, at, onMoment, onDone }: Asking) {
  const t = useTranslations('knownAt');
  const [text, setText] = useState(() => zonedText(at ?? new Date().toISOString(), zone));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const moment = zonedInstant(text, zone);
    if (moment === null) return;
    onMoment(moment);
    onDone();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t('moment')}
        advice={t('advice', { zone })}
        type="datetime-local"
        value={text}
        onChange={setText}
        required
        isFirst
      />
      <Button look="primary" type="submit" className="self-start">
        {t('show')}
      </Button>
    </form>
  );
}

/** Shows that the following is not the present state, and leads back. */
export function KnownAtBanner({ incomplete }: { readonly incomplete: boolean }) {
  const t = useTranslations('knownAt');
  const { knownAt, know } = useKnownAt();
  if (knownAt === null) return null;
  return (
    <Note tone="warn" icon={History} role="status">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <span className="font-semibold">{t('banner')}</span> <ExactMoment at={knownAt} />. {t('bannerAdvice')}{' '}
          {incomplete ? <span className="font-semibold">{t('incomplete')}</span> : null}
        </span>
        <Button onPress={() => know(null)}>{t('back')}</Button>
      </span>
    </Note>
  );
}
