'use client';

import { ChevronDown } from 'lucide-react';
import { MenuButton } from '#components/ui/menu-button';

type Option<W> = { readonly id: W; readonly label: string };
type Props<W> = {
  readonly label: string;
  readonly anyLabel: string;
  readonly value: W | null;
  readonly options: readonly Option<W>[];
  readonly onChange: (value: W | null) => void;
};

/** One filter: says its value when it has one, and offers "any" to take it away. */
export function FilterChip<W extends string>({ label, anyLabel, value, options, onChange }: Props<W>) {
  const chosen = options.find((option) => option.id === value);
  return (
    <MenuButton
      look={value === null ? 'chip' : 'chipOn'}
      label={label}
      choices={[{ id: 'any', label: anyLabel }, ...options]}
      chosen={value ?? 'any'}
      onChoose={(id) => onChange(options.find((option) => option.id === id)?.id ?? null)}
    >
      {value === null ? label : `${label}: ${chosen?.label ?? value}`}
      <ChevronDown aria-hidden className="size-3.5!" />
    </MenuButton>
  );
}
