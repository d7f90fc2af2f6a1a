'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Kbd } from '#components/ui/kbd';
import { Refused } from '#lib/contract/base/request-json';
import type { Resends } from '#lib/contract/mail/resend';
import { postResend } from '#lib/contract/mail/resend-queries';
import type { EmailReach } from '#lib/contract/prescriptions/prescription';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { isTextInput } from '../ui/field/keyboard-target.ts';
import { AddressFields } from './address-fields.tsx';
import { ConfirmAddress } from './confirm-address.tsx';
import { MailPreviewBox } from './mail-preview.tsx';
import { NotMailed } from './not-mailed.tsx';
import { OtherChannels } from './other-channels.tsx';
import { RefusedResend } from './refused-resend.tsx';

type Props = {
  readonly prescriptionId: string;
  readonly email: EmailReach;
  readonly resends: Resends;
  /** The pharmacy of its latest order, where one is known by name. */
  readonly orderedFrom: string | null;
  /** Between the form and its buttons: the state of the last one, and the earlier ones. */
  readonly children: ReactNode;
};

const open: readonly string[] = ['queued', 'sending', 'uncertain'];

const isDead = (error: Error | null) => error instanceof Refused && error.code === 'dead-address';

/** The address, checked once more when it changes, and the next try. One press is one email, however often it is pressed. */
export function ResendForm({ prescriptionId, email, resends, orderedFrom, children }: Props) {
  const t = useTranslations('resend');
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  // The email status when the person opened this: a change just before the press is shown, and nothing is sent.
  const [seen] = useState(email.state);
  const onFile = email.address ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [again, setAgain] = useState('');
  const [right, setRight] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const address = (typed ?? onFile).trim();
  const changed = address.toLowerCase() !== onFile.toLowerCase();
  // The clinic has this very address on file already.
  const unsure = changed && address.toLowerCase() !== resends.person?.toLowerCase();
  const confirmed = !unsure || again.trim().toLowerCase() === address.toLowerCase();
  // A server answered that no such address exists: one keystroke does not send to it again.
  const dead = !changed && email.state === 'failed' && email.cause === 'address';
  const waiting = open.includes(resends.items[0]?.state ?? '');
  const ready = isEmailAddress(address) && confirmed && (!dead || right) && !waiting;

  const send = useMutation({
    mutationFn: (insist: boolean) =>
      postResend(prescriptionId, {
        ...{ email: address, key },
        ...(insist ? {} : { seen }),
        ...(right ? { addressIsRight: true } : {}),
      }),
    onSuccess: () => {
      setTyped(null);
      setAgain('');
      setRight(false);
    },
    onSettled: (_, error) => {
      // Without an answer it may have arrived: the same key makes the next press the same request.
      if (!(error instanceof Refused && error.status === 0)) setKey(crypto.randomUUID());
      return queries.invalidateQueries({ queryKey: ['prescription', prescriptionId] });
    },
  });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'S' || !event.shiftKey || event.ctrlKey || event.metaKey || isTextInput(event)) return;
      event.preventDefault();
      form.current?.requestSubmit();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !send.isPending) send.mutate(false);
  }

  if (resends.untold !== null)
    return (
      <>
        <NotMailed why={resends.untold} orderedFrom={orderedFrom} />
        {children}
        <div className="mt-auto flex flex-wrap items-center gap-2 pt-2">
          <OtherChannels prescriptionId={prescriptionId} untold={resends.untold} />
        </div>
      </>
    );

  return (
    <>
      <form ref={form} id="resend" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <AddressFields
          email={email}
          person={resends.person}
          typed={typed}
          again={again}
          unsure={unsure}
          locked={waiting || send.isPending}
          takenBack={resends.items[0]?.state === 'cancelled'}
          onTyped={(next) => {
            setTyped(next);
            setRight(false);
            // The refusal was about the address before.
            send.reset();
          }}
          onAgain={setAgain}
        />
        {dead || isDead(send.error) ? <ConfirmAddress address={address} isRight={right} onChange={setRight} /> : null}
        {resends.by === 'webhook' ? <p className="text-ink-2 text-sm">{t('byWebhook')}</p> : null}
      </form>
      {resends.by === 'webhook' || resends.preview === null ? null : <MailPreviewBox preview={resends.preview} />}
      {children}
      {send.isError ? <RefusedResend error={send.error} onInsist={() => send.mutate(true)} /> : null}
      <div className="mt-auto flex flex-wrap items-center gap-2 pt-2">
        <Button
          look={email.state === 'accepted' ? 'plain' : 'primary'}
          type="submit"
          form="resend"
          aria-keyshortcuts="Shift+S"
          isDisabled={!ready || send.isPending}
        >
          <Send aria-hidden /> {send.isPending ? t('sending') : t('send')} <Kbd>⇧S</Kbd>
        </Button>
        <OtherChannels prescriptionId={prescriptionId} untold={null} />
      </div>
    </>
  );
}
