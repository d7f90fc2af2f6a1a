'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AccountState } from '#components/access/account-columns';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { Note } from '#components/ui/note';
import type { AccountRow } from '#lib/contract/access/access';
import { postAccountEdit } from '#lib/contract/access/access-queries';
import type { LocationRow } from '#lib/contract/access/settings';
import { Refused } from '#lib/contract/base/request-json';
import { useDated } from '#lib/i18n/use-dated';
import { idsAreGood, idsIn, ReachFields, type TypedAccount } from './access-fields.tsx';
import { AccountActions } from './account-actions.tsx';

const typedOf = ({ name, role, inCharge, prescriberIds, locationIds }: AccountRow): TypedAccount => ({
  ...{ name, role, inCharge, locationIds },
  ids: prescriberIds.join(' '),
});

const refusals = ['changed', 'own-account', 'last-admin'] as const;

type Props = { readonly row: AccountRow; readonly places: readonly LocationRow[]; readonly onClose: () => void };

/** One account: its role and permissions, and the actions with immediate effect. */
export function AccountDrawer({ row, places, onClose }: Props) {
  const t = useTranslations('access');
  const list = useTranslations('list');
  const dated = useDated();
  const queries = useQueryClient();
  /** The account that the form was filled from: while nothing is typed it follows the account. */
  const [base, setBase] = useState(row);
  const [typed, setTyped] = useState(() => typedOf(row));
  const touched = JSON.stringify(typed) !== JSON.stringify(typedOf(base));
  if (!touched && base.version !== row.version) {
    setBase(row);
    setTyped(typedOf(row));
  }
  const act = useMutation({
    mutationFn: () =>
      postAccountEdit(row.id, {
        ...{ version: base.version, name: typed.name.trim() },
        ...(row.self ? {} : { role: typed.role }),
        inCharge: typed.inCharge,
        prescriberIds: typed.role === 'admin' ? [] : idsIn(typed.ids),
        locationIds: typed.role === 'pharmacist' ? typed.locationIds : [],
      }),
    onSuccess: async ({ version }) => {
      setBase({ ...base, version, ...typed, prescriberIds: idsIn(typed.ids) });
      await queries.invalidateQueries({ queryKey: ['access'] });
    },
  });
  const code = act.error instanceof Refused ? act.error.code : null;
  const ready = touched && typed.name.trim() !== '' && idsAreGood(typed.ids) && !act.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) act.mutate();
  }

  function takeOver(): void {
    setBase(row);
    setTyped(typedOf(row));
    act.reset();
  }

  return (
    <Drawer title={row.name} above={row.email} closeLabel={list('close')} onClose={onClose}>
      <div className="flex flex-wrap items-center gap-3 text-ink-2 text-sm">
        <AccountState state={row.state} />
        <span>{t('sessions', { count: row.sessions })}</span>
        {row.link ? (
          <span>{t(`link.${row.link.purpose}`, { until: dated.moment(new Date(row.link.expiresAt)) })}</span>
        ) : null}
      </div>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <ReachFields typed={typed} places={places} isOwn={row.self} onChange={setTyped} />
        {typed.role === base.role ? null : (
          <Note tone="warn" icon={CircleAlert}>
            {t('roleEnds')}
          </Note>
        )}
        {act.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(`failed.${refusals.find((one) => one === code) ?? 'other'}`)}{' '}
            {code === 'changed' ? (
              <Button look="ask" onPress={takeOver}>
                {t('takeOver')}
              </Button>
            ) : null}
          </Note>
        ) : null}
        {act.isSuccess && !touched ? (
          <Note tone="good" icon={CircleCheck} role="status">
            {t('saved')}
          </Note>
        ) : null}
        <Button look="primary" type="submit" className="self-start" isDisabled={!ready}>
          {t('save')}
        </Button>
      </form>
      <AccountActions row={row} />
    </Drawer>
  );
}
