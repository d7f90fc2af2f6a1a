'use client';

import { useId } from 'react';

type Props = {
  readonly label: string;
  readonly advice?: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
};

/** Yes or no, in a form. */
export function CheckField({ label, advice, isOn, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        {...(advice === undefined ? {} : { 'aria-describedby': `${id}-advice` })}
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-brand"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="cursor-pointer break-words">
          {label}
        </label>
        {advice === undefined ? null : (
          <p id={`${id}-advice`} className="text-ink-3 text-xs">
            {advice}
          </p>
        )}
      </div>
    </div>
  );
}
