import { Check, Minus } from 'lucide-react';
import { Checkbox } from 'react-aria-components/Checkbox';

/** Chooses a row of a table, or in its head all of them; the table gives it its name. */
export function RowCheckbox() {
  return (
    <Checkbox
      slot="selection"
      className="group inline-flex size-5 cursor-pointer items-center justify-center rounded border border-control bg-card selected:border-brand selected:bg-brand selected:text-brand-ink indeterminate:border-brand indeterminate:bg-brand indeterminate:text-brand-ink"
    >
      {({ isSelected, isIndeterminate }) =>
        isIndeterminate ? (
          <Minus aria-hidden className="size-3.5!" />
        ) : isSelected ? (
          <Check aria-hidden className="size-3.5!" />
        ) : null
      }
    </Checkbox>
  );
}
