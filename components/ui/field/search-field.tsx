'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly className?: string;
  readonly onChange: (value: string) => void;
};

/** Escape clears it; the label is spoken, the placeholder says what can be typed. */
export function SearchField({ label, placeholder, value, className = '', onChange }: Props) {
  const t = useTranslations('list');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || value === '') return;
    event.preventDefault();
    onChange('');
  }

  return (
    <div
      className={`flex min-h-8 items-center gap-2 rounded-md border border-control bg-card pr-1 pl-2.5 text-ink-3 focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1 ${className}`}
    >
      <Search aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full min-w-0 flex-1 bg-transparent py-1 text-ink outline-none! placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
      />
      {value === '' ? null : (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => onChange('')}
          className="cursor-pointer rounded p-1.5 hover:bg-sunken"
        >
          <X aria-hidden className="size-3.5!" />
        </button>
      )}
    </div>
  );
}
