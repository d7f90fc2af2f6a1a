'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { TextField } from '#components/ui/field/text-field';
import { NotSupplied } from '#components/ui/not-supplied';
import { postEncounter } from '#lib/contract/connections/downstream-queries';
import { useAction } from '../ui/dialog/use-action.ts';

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
  const [value, setValue] = useState(before ?? '');
  const entered = value.trim();
  const save = useAction({
    act: (_, key) => postEncounter(id, entered === '' ? null : entered, key),
    stale: [['prescription']],
    newKeyAfterRefusal: true,
    onDone: onClose,
  });
  return (
    <ActionDialog
      title={t('title')}
      confirm={t('save')}
      isReady={entered !== (before ?? '')}
      busy={save.isPending}
      failure={save.isError ? t('failed') : null}
      onConfirm={save.mutate}
      onClose={onClose}
    >
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
    </ActionDialog>
  );
}
