'use client';

import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { EmailReach } from '#lib/contract/prescriptions/prescription';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { AddressSuggestion } from './address-suggestion.tsx';

type Props = {
  readonly email: EmailReach;
  /** The patient's address on file, where it is another than the prescription's. */
  readonly person: string | null;
  /** Null: the address on file. */
  readonly typed: string | null;
  readonly again: string;
  /** True where it has to be typed a second time. */
  readonly unsure: boolean;
  readonly locked: boolean;
  /** The last one was canceled: the person is about to correct the address. */
  readonly takenBack: boolean;
  readonly onTyped: (address: string) => void;
  readonly onAgain: (address: string) => void;
};

/** Where the address is not at fault, the form does not suggest a change. */
const notTheAddress: readonly (string | null)[] = ['sender', 'refused', 'passing'];

export function AddressFields({ email, person, typed, again, unsure, locked, takenBack, onTyped, onAgain }: Props) {
  const t = useTranslations('resend');
  const [wanted, setWanted] = useState(false);
  const onFile = email.address;
  const stays =
    onFile !== null &&
    !wanted &&
    !takenBack &&
    typed === null &&
    (notTheAddress.includes(email.cause) || email.state !== 'failed');
  const value = typed ?? onFile ?? '';
  const incomplete = value.trim() !== '' && !isEmailAddress(value.trim());
  const doubtful = typed === null ? (stays ? null : onFile) : isEmailAddress(typed.trim()) ? typed.trim() : null;
  const differs = again.trim() !== '' && again.trim().toLowerCase() !== value.trim().toLowerCase();
  return (
    <>
      <div>
        <p className="font-semibold text-sm">{t('onFile')}</p>
        {onFile === null ? (
          <p className="text-ink-2 text-sm">{t('noAddress')}</p>
        ) : (
          <code className="break-all text-ink-2">{onFile}</code>
        )}
      </div>
      {person === null || value.trim().toLowerCase() === person.toLowerCase() ? null : (
        <Note tone="info" icon={UserRound}>
          <span className="flex flex-wrap items-center gap-2">
            <span className="break-all">{t('ofPerson', { address: person })}</span>
            <Button isDisabled={locked} onPress={() => onTyped(person)}>
              {t('use')}
            </Button>
          </span>
        </Note>
      )}
      {doubtful === null || email.cause !== 'address' ? null : <AddressSuggestion address={doubtful} onUse={onTyped} />}
      {stays ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {notTheAddress.includes(email.cause) ? <p className="text-ink-2 text-sm">{t('keepAddress')}</p> : null}
          <Button look="ask" isDisabled={locked} onPress={() => setWanted(true)}>
            {t('otherAddress')}
          </Button>
        </div>
      ) : (
        <TextField
          label={onFile === null ? t('address') : t('newAddress')}
          {...(incomplete ? { advice: t('notAnAddress') } : {})}
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={onTyped}
          disabled={locked}
          aria-invalid={incomplete}
          maxLength={254}
        />
      )}
      {unsure && value.trim() !== '' ? (
        <TextField
          label={t('again')}
          {...(differs ? { advice: t('notTheSame') } : {})}
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={again}
          onChange={onAgain}
          onPaste={(event) => event.preventDefault()}
          disabled={locked}
          aria-invalid={differs}
          maxLength={254}
        />
      ) : null}
    </>
  );
}
