'use client';

import { ChevronDown } from 'lucide-react';
import { MenuButton } from '#components/ui/menu-button';

type Option = { readonly id: string; readonly label: string };
type Props = {
  readonly label: string;
  readonly anyLabel: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string | null) => void;
};

/** One filter: says its value when it has one, and offers "any" to take it away. */
export function FilterChip({ label, anyLabel, value, options, onChange }: Props) {
  const chosen = options.find((option) => option.id === value);
  return (
    <MenuButton
      look={value === null ? 'chip' : 'chipOn'}
      label={label}
      choices={[{ id: 'any', label: anyLabel }, ...options]}
      chosen={value ?? 'any'}
      onChoose={(id) => onChange(id === 'any' ? null : id)}
    >
      {value === null ? label : `${label}: ${chosen?.label ?? value}`}
      <ChevronDown aria-hidden className="size-3.5!" />
    </MenuButton>
  );
}
