'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { postForgotPassword } from '#lib/contract/access/access-queries';
import { Refused } from '#lib/contract/base/request-json';
import { AuthFrame } from './auth-frame.tsx';

/** Asks for a link by email. The answer is the same whether there is such an account or not. */
export function ForgotForm({ mark }: { readonly mark: ReactNode }) {
  const t = useTranslations('forgot');
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => postForgotPassword(email) });
  const many = ask.error instanceof Refused && ask.error.status === 429;

  function submit(event: FormEvent): void {
    event.preventDefault();
    ask.mutate();
  }

  return (
    <AuthFrame mark={mark} title={t('title')} about={ask.isSuccess ? undefined : t('about')}>
      {ask.isSuccess ? (
        <Note tone="info" icon={MailCheck} role="status">
          {t('asked')}
        </Note>
      ) : (
        <form method="post" onSubmit={submit} className="flex flex-col gap-4">
          {ask.isError ? (
            <Note tone="bad" icon={CircleAlert} role="alert">
              {t(many ? 'many' : 'failed')}
            </Note>
          ) : null}
          <TextField
            label={t('email')}
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="username"
            required
            isFirst
          />
          <Button look="primary" type="submit" isDisabled={ask.isPending} className="min-h-9 justify-center">
            {t('send')}
          </Button>
        </form>
      )}
      <ButtonLink look="quiet" className="justify-center" href="/sign-in">
        {t('back')}
      </ButtonLink>
    </AuthFrame>
  );
}
