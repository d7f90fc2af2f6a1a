'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { Note } from '#components/ui/note';
import type { LinkLook } from '#lib/contract/access/access';
import { fetchLink } from '#lib/contract/access/access-queries';
import { Refused } from '#lib/contract/base/request-json';
import { AuthFrame } from './auth-frame.tsx';
import { NewPassword } from './new-password.tsx';

type Standing =
  | { readonly kind: 'looking' | 'void' | 'unreachable' | 'done' }
  | { readonly kind: 'open'; readonly token: string; readonly look: LinkLook };

/** The page of a one-time link: choose a password, then sign in. The token is behind the `#`, which is never sent with an address. */
export function Welcome({ mark }: { readonly mark: ReactNode }) {
  const t = useTranslations('welcome');
  const format = useFormatter();
  const [standing, setStanding] = useState<Standing>({ kind: 'looking' });

  const look = useCallback(() => {
    const token = window.location.hash.slice(1);
    setStanding({ kind: token === '' ? 'void' : 'looking' });
    if (token === '') return;
    fetchLink(token).then(
      (found) => setStanding({ kind: 'open', token, look: found }),
      (error: unknown) => {
        const gone = error instanceof Refused && (error.status === 404 || error.status === 422);
        setStanding({ kind: gone ? 'void' : 'unreachable' });
      },
    );
  }, []);

  useEffect(() => {
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [look]);

  function done(): void {
    // Used up: it need not be in the history of a browser that others use too.
    window.history.replaceState(null, '', '/welcome');
    setStanding({ kind: 'done' });
  }

  if (standing.kind === 'open') {
    const { look: found, token } = standing;
    const until = format.dateTime(new Date(found.expiresAt), { dateStyle: 'medium', timeStyle: 'short' });
    return (
      <AuthFrame
        mark={mark}
        title={t(`title.${found.purpose}`)}
        about={t('about', { name: found.name, tenant: found.tenantName, until })}
      >
        <NewPassword token={token} email={found.email} onDone={done} onVoid={() => setStanding({ kind: 'void' })} />
      </AuthFrame>
    );
  }
  const { kind } = standing;
  return (
    <AuthFrame mark={mark} title={t(`standing.${kind}`)}>
      {kind === 'looking' ? null : (
        <Note tone={kind === 'done' ? 'good' : 'warn'} icon={kind === 'done' ? CircleCheck : CircleAlert} role="status">
          {t(`advice.${kind}`)}
        </Note>
      )}
      {kind === 'unreachable' ? (
        <Button className="min-h-9 justify-center" onPress={look}>
          {t('again')}
        </Button>
      ) : null}
      {kind === 'done' || kind === 'void' ? (
        <ButtonLink
          look={kind === 'done' ? 'primary' : 'plain'}
          className="min-h-9 justify-center"
          href="/sign-in?other=1"
        >
          {t('signIn')}
        </ButtonLink>
      ) : null}
    </AuthFrame>
  );
}
