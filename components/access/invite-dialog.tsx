'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { postInvitation } from '#lib/contract/access/access-queries';
import type { LocationRow } from '#lib/contract/access/settings';
import { Refused } from '#lib/contract/base/request-json';
import { useAction } from '../ui/dialog/use-action.ts';
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
  const [email, setEmail] = useState('');
  const [typed, setTyped] = useState(empty);
  const invite = useAction({
    act: () =>
      postInvitation({
        ...{ email: email.trim(), name: typed.name.trim(), role: typed.role, inCharge: typed.inCharge },
        prescriberIds: typed.role === 'admin' ? [] : idsIn(typed.ids),
        locationIds: typed.role === 'pharmacist' ? typed.locationIds : [],
      }),
    stale: [['access']],
    onDone: () => undefined,
  });

  if (invite.data)
    return (
      <ModalDialog title={t('invited', { name: typed.name.trim() })} onClose={onClose}>
        <HandedLink handed={invite.data} />
        <Button look="primary" className="self-start" onPress={onClose}>
          {t('done')}
        </Button>
      </ModalDialog>
    );
  const code = invite.error instanceof Refused ? invite.error.code : null;
  const refusal = code === 'address-taken' || code === 'invalid' ? code : 'other';
  return (
    <ActionDialog
      title={t('invite')}
      confirm={t('send')}
      isReady={email.includes('@') && typed.name.trim() !== '' && idsAreGood(typed.ids)}
      busy={invite.isPending}
      failure={invite.isError ? t(`failed.${refusal}`) : null}
      onConfirm={invite.mutate}
      onClose={onClose}
    >
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
    </ActionDialog>
  );
}
