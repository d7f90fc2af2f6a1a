'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { postInvitation } from '#lib/contract/access/access-queries';
import type { LocationRow } from '#lib/contract/access/settings';
import { Refused } from '#lib/contract/base/request-json';
import { idsAreGood, idsIn, ReachFields, type TypedAccount } from './access-fields.tsx';
import { HandedLink } from './issued-link.tsx';

const empty: TypedAccount = { name: '', role: 'doctor', inCharge: false, ids: '', locationIds: [] };

/** A new account, and the link by which its person chooses a password. */
export function InviteDialog({
  places,
  onClose,
}: {
  readonly places: readonly LocationRow[];
  readonly onClose: () => void;
}) {
  const t = useTranslations('access');
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [typed, setTyped] = useState(empty);
  const act = useMutation({
    mutationFn: () =>
      postInvitation({
        ...{ email: email.trim(), name: typed.name.trim(), role: typed.role, inCharge: typed.inCharge },
        prescriberIds: typed.role === 'admin' ? [] : idsIn(typed.ids),
        locationIds: typed.role === 'pharmacist' ? typed.locationIds : [],
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['access'] }),
  });
  const ready = email.includes('@') && typed.name.trim() !== '' && idsAreGood(typed.ids) && !act.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) act.mutate();
  }

  if (act.data)
    return (
      <ModalDialog title={t('invited', { name: typed.name.trim() })} onClose={onClose}>
        <HandedLink handed={act.data} />
        <Button look="primary" className="self-start" onPress={onClose}>
          {t('done')}
        </Button>
      </ModalDialog>
    );
  const code = act.error instanceof Refused ? act.error.code : null;
  return (
    <ModalDialog title={t('invite')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('field.email')}
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="off"
          required
          isFirst
        />
        <ReachFields typed={typed} places={places} onChange={setTyped} />
        {act.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(
              code === 'address-taken'
                ? 'failed.address-taken'
                : code === 'invalid'
                  ? 'failed.invalid'
                  : 'failed.other',
            )}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={!ready}>
            {t('send')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
