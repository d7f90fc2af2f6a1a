'use client';

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';

export type ActionField = {
  readonly name: string;
  readonly label: string;
  readonly advice?: string;
  readonly start?: string;
  readonly required?: boolean;
  readonly inputMode?: 'decimal' | 'text';
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
};

type Props = {
  readonly title: string;
  readonly confirm: string;
  readonly about?: ReactNode;
  readonly fields: readonly ActionField[];
  /** True where the input may be sent as it is. */
  readonly mayConfirm?: (values: Readonly<Record<string, string>>) => boolean;
  /** `key`: the same for each try, so that the action happens once. */
  readonly act: (values: Readonly<Record<string, string>>, key: string) => Promise<unknown>;
  /** The queries that go stale afterwards; left out: the pharmacy's lists. */
  readonly stale?: QueryKey;
  readonly onClose: () => void;
};

const pharmacyLists: QueryKey = ['pharmacy'];

/** Asks for the input of a pharmacy action, does it once, and shows an error when it fails. */
export function ActDialog({ title, confirm, about, fields, mayConfirm, act, stale = pharmacyLists, onClose }: Props) {
  const t = useTranslations('pharmacy.act');
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ name, start, choices }) => [name, start ?? choices?.[0]?.id ?? ''])),
  );
  const doing = useMutation({
    mutationFn: () => act(values, key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: stale });
      onClose();
    },
  });
  const complete = fields.every(({ name, required }) => !required || (values[name] ?? '').trim().length >= 1);
  const ready = complete && (mayConfirm?.(values) ?? true);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) doing.mutate();
  }
  const firstText = fields.find(({ choices }) => choices === undefined)?.name;

  return (
    <ModalDialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {about ? <div className="text-ink-2">{about}</div> : null}
        {fields.map(({ name, label, advice, required, inputMode, choices }) => {
          const set = (value: string) => setValues((kept) => ({ ...kept, [name]: value }));
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
        {doing.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {doing.error instanceof Refused && doing.error.status === 409 ? t('conflict') : t('failed')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={!ready || doing.isPending}>
            {confirm}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
