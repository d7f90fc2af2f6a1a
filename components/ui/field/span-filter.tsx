'use client';

import { ChevronDown } from 'lucide-react';
import { useTimeZone, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { PanelButton } from '#components/ui/panel-button';
import { useDated } from '#lib/i18n/use-dated';
import { zonedInstant, zonedText } from '#lib/i18n/zoned';
import { TextField } from './text-field.tsx';

/** Instants as ISO 8601 texts; the second excluded. */
type Span = { readonly from?: string | undefined; readonly to?: string | undefined };
type Change = { readonly onChange: (span: { readonly from: string | null; readonly to: string | null }) => void };

/** A span of time typed in the tenant's zone, open at either end. */
export function SpanFilter({ label, from, to, onChange }: Span & Change & { readonly label: string }) {
  const t = useTranslations('events');
  const dated = useDated();
  const on = from !== undefined || to !== undefined;
  const moment = (at: string | undefined): string => (at === undefined ? '' : dated.moment(new Date(at)));
  const which = from === undefined ? 'until' : to === undefined ? 'since' : 'between';
  const words = on ? `${label}: ${t(which, { from: moment(from), to: moment(to) })}` : label;
  return (
    <PanelButton
      look={on ? 'chipOn' : 'chip'}
      label={label}
      panel={(close) => <SpanForm {...{ from, to, onChange }} onDone={close} />}
    >
      {words}
      <ChevronDown aria-hidden className="size-3.5!" />
    </PanelButton>
  );
}

type Asking = Span & Change & { readonly onDone: () => void };

function SpanForm({ from, to, onChange, onDone }: Asking) {
  const t = useTranslations('events');
  const zone = useTimeZone() ?? 'UTC';
  const field = (at: string | undefined): string => (at === undefined ? '' : zonedText(at, zone).slice(0, 16));
  const [typed, setTyped] = useState({ from: field(from), to: field(to) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    onChange({ from: zonedInstant(typed.from, zone), to: zonedInstant(typed.to, zone) });
    onDone();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t('from')}
        type="datetime-local"
        value={typed.from}
        onChange={(value) => setTyped({ ...typed, from: value })}
        isFirst
      />
      <TextField
        label={t('to')}
        advice={zone}
        type="datetime-local"
        value={typed.to}
        onChange={(value) => setTyped({ ...typed, to: value })}
      />
      <Button look="primary" type="submit" className="self-start">
        {t('apply')}
      </Button>
    </form>
  );
}
