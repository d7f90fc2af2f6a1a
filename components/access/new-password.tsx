'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { postPassword } from '#lib/contract/access/access-queries';
import { Refused } from '#lib/contract/base/request-json';
import { passwordFault, shortestPassword } from '#lib/domain/access/password-rule';

type Props = {
  readonly token: string;
  readonly email: string;
  readonly onDone: () => void;
  /** The link opens nothing any more: used in another tab, or run out while it was read. */
  readonly onVoid: () => void;
};

/** The same rule as the server's, shown while there is still time. */
export function NewPassword({ token, email, onDone, onVoid }: Props) {
  const t = useTranslations('welcome');
  const [password, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(password, email);
  const differs = again !== password;
  const act = useMutation({
    mutationFn: () => postPassword(token, password),
    onSuccess: onDone,
    onError: (error) => (error instanceof Refused && error.status === 404 ? onVoid() : undefined),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (fault === null && !differs) act.mutate();
  }

  const wrong = tried ? (fault ?? (differs ? 'differs' : null)) : null;
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {wrong === null && !act.isError ? null : (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {wrong === null ? t('failed') : t(`fault.${wrong}`, { least: shortestPassword })}
        </Note>
      )}
      <TextField label={t('email')} name="email" type="email" value={email} readOnly autoComplete="username" />
      <TextField
        label={t('password')}
        advice={t('advice.password', { least: shortestPassword })}
        type="password"
        value={password}
        onChange={setTyped}
        autoComplete="new-password"
        required
        isFirst
      />
      <TextField
        label={t('repeat')}
        type="password"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        required
      />
      <Button look="primary" type="submit" isDisabled={act.isPending} className="min-h-9 justify-center">
        {t('set')}
      </Button>
    </form>
  );
}
