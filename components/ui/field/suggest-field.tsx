'use client';

import { useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly className?: string;
  readonly onChange: (value: string) => void;
};

/** A small filter that takes any text and offers what has been seen. */
export function SuggestField({ label, value, suggestions, className = '', onChange }: Props) {
  const id = useId();
  return (
    <div
      className={`flex min-h-8 min-w-0 items-center gap-2 rounded-md border border-control bg-card pl-2.5 focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1 ${className}`}
    >
      <label htmlFor={id} className="shrink-0 text-ink-3 text-sm">
        {label}
      </label>
      <input
        id={id}
        list={`${id}-seen`}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className="w-full min-w-0 flex-1 bg-transparent py-1 pr-2 text-ink text-sm outline-none!"
      />
      <datalist id={`${id}-seen`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </div>
  );
}
