'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { NotSupplied } from '#components/ui/not-supplied';
import { Note } from '#components/ui/note';
import { postEncounter } from '#lib/contract/connections/downstream-queries';

type Props = { readonly id: string; readonly encounterId: string | null; readonly editable: boolean };

/** The clinic's own encounter at which it was written; any reader of the prescription may set it. */
export function Encounter({ id, encounterId, editable }: Props) {
  const t = useTranslations('prescription.encounter');
  const [open, setOpen] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-1">
      {encounterId === null ? <NotSupplied /> : <code className="break-all">{encounterId}</code>}
      {editable ? (
        <Button look="icon" className="no-print" aria-label={t('open')} onPress={() => setOpen(true)}>
          <Pencil aria-hidden className="size-3.5!" />
        </Button>
      ) : null}
      {open ? <EncounterDialog id={id} before={encounterId} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}

function EncounterDialog(props: { readonly id: string; readonly before: string | null; readonly onClose: () => void }) {
  const { id, before, onClose } = props;
  const t = useTranslations('prescription.encounter');
  const queries = useQueryClient();
  const [value, setValue] = useState(before ?? '');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: () => postEncounter(id, value.trim() === '' ? null : value.trim(), key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['prescription'] });
      onClose();
    },
    // After a refusal the next try is another request.
    onError: () => setKey(crypto.randomUUID()),
  });
  const same = value.trim() === (before ?? '');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!same && !save.isPending) save.mutate();
  }
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('field')}
          advice={t('advice')}
          value={value}
          onChange={setValue}
          maxLength={200}
          isFirst
          autoComplete="off"
          spellCheck={false}
        />
        {save.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t('failed')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={same || save.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
