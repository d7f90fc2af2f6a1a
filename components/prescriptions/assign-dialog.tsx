'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import type { Unassigned, UnassignedRow } from '#lib/contract/follow-ups/follow-up';
import { postAssignment } from '#lib/contract/follow-ups/follow-up-queries';

type Props = {
  readonly row: UnassignedRow;
  readonly doctors: Unassigned['doctors'];
  readonly onClose: () => void;
};

/** Assigns an unowned prescription to a doctor. */
export function AssignDialog({ row, doctors, onClose }: Props) {
  const t = useTranslations('unassigned');
  const id = useId();
  const queries = useQueryClient();
  const [userId, setUserId] = useState(doctors[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const assign = useMutation({
    mutationFn: () =>
      postAssignment(row.prescriptionId, {
        userId,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.unassigned });
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    assign.mutate();
  }

  const refused = assign.error instanceof Refused ? assign.error.code : null;
  const words = refused === 'owned' ? t('owned') : refused === 'no-prescriber-id' ? t('noId') : t('failed');
  return (
    <ModalDialog title={t('dialog')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <code className="break-all">{row.prescriptionId}</code>
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="font-semibold text-sm">
            {t('doctor')}
          </label>
          <select
            id={id}
            value={userId}
            onChange={(event) => setUserId(event.target.value)}
            className="min-h-9 rounded-md border border-control bg-card px-2.5 py-1.5 text-ink"
          >
            {doctors.map((doctor) => (
              <option key={doctor.id} value={doctor.id}>
                {doctor.name}
              </option>
            ))}
          </select>
        </div>
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
        <Note tone="info" icon={Info}>
          {t('rule')}
        </Note>
        {assign.isError ? (
          <Note tone="bad" icon={TriangleAlert} role="alert">
            {words}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={userId === '' || assign.isPending}>
            {t('submit')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
