'use client';

import { ChevronDown } from 'lucide-react';
import { useTimeZone, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { PanelButton } from '#components/ui/panel-button';
import { useDated } from '#lib/i18n/use-dated';
import { zonedInstant, zonedText } from '#lib/i18n/zoned';
import { TextField } from './text-field.tsx';

type Span = { readonly from: Date | null; readonly to: Date | null };

/** A span of time typed in the tenant's zone, open at either end. */
export function SpanFilter({
  label,
  from,
  to,
  onChange,
}: Span & { readonly label: string; readonly onChange: (span: Span) => void }) {
  const t = useTranslations('events');
  const dated = useDated();
  const on = from !== null || to !== null;
  const written = (at: Date | null): string => (at === null ? '' : dated.moment(at));
  const which = from === null ? 'until' : to === null ? 'since' : 'between';
  const words = on ? `${label}: ${t(which, { from: written(from), to: written(to) })}` : label;
  return (
    <PanelButton
      look={on ? 'chipOn' : 'chip'}
      label={label}
      panel={(close) => <SpanForm from={from} to={to} onChange={onChange} onDone={close} />}
    >
      {words}
      <ChevronDown aria-hidden className="size-3.5!" />
    </PanelButton>
  );
}

type Asking = Span & { readonly onChange: (span: Span) => void; readonly onDone: () => void };

function SpanForm({ from, to, onChange, onDone }: Asking) {
  const t = useTranslations('events');
  const zone = useTimeZone() ?? 'UTC';
  const field = (at: Date | null): string => (at === null ? '' : zonedText(at.toISOString(), zone).slice(0, 16));
  const [typed, setTyped] = useState({ from: field(from), to: field(to) });
  const read = (text: string): Date | null => {
    const at = zonedInstant(text, zone);
    return at === null ? null : new Date(at);
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    onChange({ from: read(typed.from), to: read(typed.to) });
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
