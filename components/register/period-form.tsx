'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';

type Props = { readonly from: string; readonly to: string; readonly onPeriod: (from: string, to: string) => void };

/** Whole days, the first and the last one; empty is open. */
export function PeriodForm({ from, to, onPeriod }: Props) {
  const t = useTranslations('register');
  const list = useTranslations('list');
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onPeriod(first, last);
  }

  return (
    <form onSubmit={submit} aria-label={t('period')} className="no-print mb-3 flex flex-wrap items-end gap-3">
      <TextField label={t('from')} type="date" value={first} onChange={setFirst} />
      <TextField label={t('to')} type="date" value={last} onChange={setLast} />
      <Button type="submit">{t('apply')}</Button>
      {from !== '' || to !== '' ? (
        <Button
          look="quiet"
          onPress={() => {
            setFirst('');
            setLast('');
            onPeriod('', '');
          }}
        >
          {list('clear')}
        </Button>
      ) : null}
    </form>
  );
}
