'use client';

import { type ComponentProps, useEffect, useId, useRef } from 'react';

type Props = Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'autoFocus'> & {
  readonly label: string;
  readonly advice?: string;
  /** The first focus of a person: the first field of a page or dialog that is about nothing else. */
  readonly isFirst?: boolean;
  readonly onChange?: (value: string) => void;
};

export function TextField({ label, advice, isFirst = false, onChange, ...input }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      <input
        {...input}
        ref={field}
        id={id}
        {...(advice === undefined ? {} : { 'aria-describedby': `${id}-advice` })}
        {...(onChange === undefined ? {} : { onChange: (event) => onChange(event.target.value) })}
        className="min-h-9 w-full rounded-md border border-control bg-card px-2.5 py-1.5 text-ink read-only:bg-sunken user-invalid:border-bad"
      />
      {advice === undefined ? null : (
        <p id={`${id}-advice`} className="text-ink-3 text-xs">
          {advice}
        </p>
      )}
    </div>
  );
}
