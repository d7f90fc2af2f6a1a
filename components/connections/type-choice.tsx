'use client';

import { useTranslations } from 'next-intl';
import { downstreamChoices } from '#lib/domain/connections/downstream';

type Props = {
  readonly types: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** The types that a system receives: in plain words first, and every single type for an exact choice. */
export function TypeChoice({ types, chosen, onChange }: Props) {
  const t = useTranslations('downstream');
  function turn(some: readonly string[], on: boolean): void {
    const next = new Set(chosen);
    for (const type of some) on ? next.add(type) : next.delete(type);
    onChange(next);
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold text-sm">{t('field.types')}</legend>
      {downstreamChoices.map(({ id, types: some }) => (
        <Check
          key={id}
          checked={some.every((type) => chosen.has(type))}
          label={t(`choice.${id}`)}
          advice={t(`choiceAdvice.${id}`)}
          onChange={(on) => turn(some, on)}
        />
      ))}
      <details>
        <summary className="cursor-pointer text-ink-2 text-sm">{t('everyType', { count: chosen.size })}</summary>
        <div className="mt-2 flex max-h-60 flex-col gap-1 overflow-y-auto rounded-md border border-line p-2">
          {types.map((type) => (
            <Check key={type} checked={chosen.has(type)} label={type} mono onChange={(on) => turn([type], on)} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

type CheckProps = {
  readonly checked: boolean;
  readonly label: string;
  readonly advice?: string;
  readonly mono?: boolean;
  readonly onChange: (on: boolean) => void;
};

function Check({ checked, label, advice, mono = false, onChange }: CheckProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-start gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-brand"
      />
      <span className="min-w-0">
        <span className={mono ? 'break-all font-mono text-xs' : ''}>{label}</span>
        {advice === undefined ? null : <span className="block text-ink-3 text-xs">{advice}</span>}
      </span>
    </label>
  );
}
