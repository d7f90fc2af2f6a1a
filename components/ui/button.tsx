import type { ComponentProps, RefObject } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

const shape = 'inline-flex shrink-0 cursor-pointer items-center disabled:cursor-default disabled:opacity-55';
const box = `${shape} min-h-8 gap-2 whitespace-nowrap rounded-md border px-3 py-1 text-sm`;
const chip = `${shape} min-h-8 max-w-full gap-1.5 rounded-full border py-0.5 pr-2 pl-3 text-sm`;

const looks = {
  primary: `${box} border-brand bg-brand font-semibold text-brand-ink hover:opacity-90 pressed:opacity-80`,
  plain: `${box} border-line-strong bg-card font-semibold text-ink hover:bg-sunken pressed:bg-sunken`,
  quiet: `${box} border-transparent text-ink-2 hover:bg-sunken hover:text-ink`,
  icon: `${box} w-8 justify-center border-transparent px-0 text-ink-2 hover:bg-sunken hover:text-ink`,
  chip: `${chip} border-line-strong bg-card text-ink-2 hover:bg-sunken`,
  chipOn: `${chip} border-brand bg-brand-soft font-semibold text-brand`,
  ask: `${shape} min-h-6 rounded px-1 text-ink-3 text-xs underline decoration-dotted underline-offset-2 hover:text-ink`,
} as const;

export type ButtonLook = keyof typeof looks;

type Look = { readonly look?: ButtonLook; readonly className?: string };

export function Button({
  look = 'plain',
  className = '',
  ...props
}: Omit<ButtonProps, 'className'> & Look & { readonly ref?: RefObject<HTMLButtonElement | null> }) {
  return <AriaButton {...props} className={`${looks[look]} ${className}`} />;
}

/** Goes somewhere, looks like a button. */
export function ButtonLink({ look = 'plain', className = '', ...props }: ComponentProps<'a'> & Look) {
  return <a {...props} className={`${looks[look]} no-underline ${className}`} />;
}
