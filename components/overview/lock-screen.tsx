'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { ModalFrame } from '#components/ui/dialog/modal-frame';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { postSignIn, type SignInResult } from '#lib/contract/base/session-requests';
import type { LockReason } from './use-idle-lock.ts';

type Props = { readonly reason: LockReason; readonly email: string; readonly onUnlock: () => void };

/** Covers the page without unmounting it: typed text is still there afterwards. */
export function LockScreen({ reason, email, onUnlock }: Props) {
  const t = useTranslations('lock');
  const failures = useTranslations('signIn');
  const [outcome, setOutcome] = useState<SignInResult | null>(null);
  const [asking, setAsking] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    setAsking(true);
    const answer = await postSignIn(email, String(password));
    setAsking(false);
    setOutcome(answer);
    if (answer === 'signed-in') onUnlock();
  }

  return (
    <ModalFrame title={t(`title.${reason}`)} opaque>
      <p className="text-ink-2 text-sm">{t('advice')}</p>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {outcome === null || outcome === 'signed-in' ? null : (
          <Note tone="bad" icon={LockKeyhole} role="alert">
            {failures(`outcome.${outcome}`)}
          </Note>
        )}
        <TextField label={failures('email')} name="email" value={email} readOnly autoComplete="username" />
        <TextField
          label={failures('password')}
          name="password"
          type="password"
          required
          isFirst
          autoComplete="current-password"
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={asking}>
            {t('unlock')}
          </Button>
          <ButtonLink look="quiet" href="/sign-in?other=1">
            {t('someoneElse')}
          </ButtonLink>
        </div>
      </form>
    </ModalFrame>
  );
}
