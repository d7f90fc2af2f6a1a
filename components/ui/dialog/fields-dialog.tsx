'use client';

import type { QueryKey } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Refused } from '#lib/contract/base/request-json';
import { ActionDialog } from './action-dialog.tsx';
import { useAction } from './use-action.ts';

export type DialogField = {
  readonly name: string;
  readonly label: string;
  readonly advice?: string;
  readonly start?: string;
  readonly required?: boolean;
  readonly inputMode?: 'decimal' | 'text';
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
};

type Values = Readonly<Record<string, string>>;
type Props = {
  readonly title: string;
  readonly confirm: string;
  readonly about?: ReactNode;
  readonly fields: readonly DialogField[];
  /** True when the input may be sent. */
  readonly mayConfirm?: (values: Values) => boolean;
  /** `key`: the same for each try, so that the action happens once. */
  readonly act: (values: Values, key: string) => Promise<unknown>;
  /** The queries that read differently afterwards; left out: the pharmacy's lists. */
  readonly stale?: QueryKey;
  readonly onClose: () => void;
};

const pharmacyLists: QueryKey = ['pharmacy'];

/** An action that needs nothing but a few fields. */
export function FieldsDialog({
  title,
  confirm,
  about,
  fields,
  mayConfirm,
  act,
  stale = pharmacyLists,
  onClose,
}: Props) {
  const t = useTranslations('dialog');
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ name, start, choices }) => [name, start ?? choices?.[0]?.id ?? ''])),
  );
  const action = useAction({ act, stale: [stale], onDone: onClose });
  const complete = fields.every(({ name, required }) => !required || (values[name] ?? '').trim().length >= 1);
  const isConflict = action.error instanceof Refused && action.error.status === 409;
  const firstText = fields.find(({ choices }) => choices === undefined)?.name;
  return (
    <ActionDialog
      {...{ title, confirm, onClose }}
      isReady={complete && (mayConfirm?.(values) ?? true)}
      busy={action.isPending}
      failure={action.isError ? t(isConflict ? 'conflict' : 'failed') : null}
      onConfirm={() => action.mutate(values)}
    >
      {about ? <div className="text-ink-2">{about}</div> : null}
      {fields.map(({ name, label, advice, required, inputMode, choices }) => {
        const set = (value: string) => setValues((before) => ({ ...before, [name]: value }));
        const value = values[name] ?? '';
        if (choices) return <ChoiceField key={name} {...{ label, value, choices }} onChange={set} />;
        return (
          <TextField
            key={name}
            {...{ label, value, onChange: set, maxLength: 500, required: required ?? false }}
            {...(advice === undefined ? {} : { advice })}
            {...(inputMode === undefined ? {} : { inputMode })}
            isFirst={name === firstText}
          />
        );
      })}
    </ActionDialog>
  );
}
