'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import {
  organisationOffered,
  organisationSignIn,
  postSignIn,
  type SignInResult,
} from '#lib/contract/base/session-requests';
import { Mark } from './mark.tsx';

type Failure = Exclude<SignInResult, 'signed-in'> | 'unknown-account';

/** `fault` is what next-auth sends back in the address after a refused sign-in elsewhere. */
function faultOf(fault: string | null): Failure | null {
  if (fault === null) return null;
  if (fault === 'OidcUnknownAccount') return 'unknown-account';
  return fault === 'SignInSlowed' ? 'slowed' : 'refused';
}

export function SignInForm({ fault }: { readonly fault: string | null }) {
  const t = useTranslations('signIn');
  const [failure, setFailure] = useState(() => faultOf(fault));
  const [asking, setAsking] = useState(false);
  const [organisation, setOrganisation] = useState(false);

  useEffect(() => void organisationOffered().then(setOrganisation), []);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setAsking(true);
    const outcome = await postSignIn(String(fields.get('email')), String(fields.get('password')));
    if (outcome === 'signed-in') {
      window.location.assign('/');
      return;
    }
    setAsking(false);
    setFailure(outcome);
  }

  return (
    <main className="mx-auto flex min-h-dvh max-w-95 flex-col justify-center gap-6 p-4">
      <div className="flex items-center gap-2 font-semibold text-lg tracking-tight">
        <Mark /> Scriptline
      </div>
      <div className="flex flex-col gap-4 rounded-lg border border-line bg-card p-6 max-sm:p-4">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
          <p className="text-ink-2 text-sm">{t('product')}</p>
        </div>
        <form method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
          {failure === null ? null : (
            <Note tone="bad" icon={CircleAlert} role="alert">
              {t(`outcome.${failure}`)}
            </Note>
          )}
          <TextField label={t('email')} name="email" type="email" required isFirst autoComplete="username" />
          <TextField label={t('password')} name="password" type="password" required autoComplete="current-password" />
          <Button look="primary" type="submit" isDisabled={asking} className="min-h-9 justify-center">
            {t('submit')}
          </Button>
          <ButtonLink look="quiet" href="/forgot" className="justify-center">
            {t('forgot')}
          </ButtonLink>
        </form>
        {organisation ? (
          <>
            <p className="text-center text-ink-3 text-xs">{t('or')}</p>
            <Button
              className="min-h-9 justify-center"
              onPress={() =>
                void organisationSignIn().then((outcome) => (outcome === null ? undefined : setFailure(outcome)))
              }
            >
              {t('organisation')}
            </Button>
          </>
        ) : null}
      </div>
    </main>
  );
}
