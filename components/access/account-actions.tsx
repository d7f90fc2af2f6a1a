'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, CircleAlert, CircleCheck, KeyRound, LogOut, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { AccountRow, HandedOut } from '#lib/contract/access/access';
import { anotherLink, postDisable, postEnable, postEndSessions } from '#lib/contract/access/access-queries';
import { Refused } from '#lib/contract/base/request-json';
import { HandedLink } from './issued-link.tsx';

type Act = 'link' | 'end' | 'disable' | 'enable';
const refusals = ['own-account', 'last-admin', 'disabled'] as const;

/** Actions with immediate effect: a link, the end of open sessions, disabling the account. */
export function AccountActions({ row }: { readonly row: AccountRow }) {
  const t = useTranslations('access');
  const queries = useQueryClient();
  const [handed, setHanded] = useState<HandedOut | null>(null);
  const [disabling, setDisabling] = useState(false);
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: async (what: Act) => {
      if (what === 'link') setHanded(await anotherLink(row.id));
      else if (what === 'end') await postEndSessions(row.id);
      else if (what === 'disable') await postDisable(row.id, reason.trim());
      else await postEnable(row.id);
      return what;
    },
    onSuccess: async (what) => {
      if (what === 'disable') setDisabling(false);
      await queries.invalidateQueries({ queryKey: ['access'] });
    },
  });
  const code = act.error instanceof Refused ? act.error.code : null;

  function disable(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim().length >= 5) act.mutate('disable');
  }

  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4" aria-label={t('acts')}>
      <div className="flex flex-wrap gap-2">
        {row.state === 'disabled' ? (
          <Button isDisabled={act.isPending} onPress={() => act.mutate('enable')}>
            <RotateCcw aria-hidden /> {t('enable')}
          </Button>
        ) : (
          <>
            <Button isDisabled={act.isPending} onPress={() => act.mutate('link')}>
              <KeyRound aria-hidden /> {t(row.state === 'invited' ? 'inviteAgain' : 'reset')}
            </Button>
            <Button isDisabled={act.isPending || row.sessions === 0} onPress={() => act.mutate('end')}>
              <LogOut aria-hidden /> {t('endSessions')}
            </Button>
            {row.self ? null : (
              <Button isDisabled={act.isPending} aria-expanded={disabling} onPress={() => setDisabling((on) => !on)}>
                <Ban aria-hidden /> {t('disable')}
              </Button>
            )}
          </>
        )}
      </div>
      {disabling ? (
        <form onSubmit={disable} className="flex flex-col gap-3">
          <TextField
            label={t('disableWhy')}
            advice={t('disableAdvice')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            required
            isFirst
          />
          <Button
            look="primary"
            type="submit"
            className="self-start"
            isDisabled={reason.trim().length < 5 || act.isPending}
          >
            {t('disableNow')}
          </Button>
        </form>
      ) : null}
      {handed ? <HandedLink handed={handed} /> : null}
      {act.isSuccess && act.data !== 'link' ? (
        <Note tone="good" icon={CircleCheck} role="status">
          {t(`did.${act.data}`)}
        </Note>
      ) : null}
      {act.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t(`failed.${refusals.find((one) => one === code) ?? 'other'}`)}
        </Note>
      ) : null}
    </section>
  );
}
