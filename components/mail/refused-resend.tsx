'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import { noEmailReasons } from '#lib/domain/mail/may-resend';

const words = {
  'on-its-way': 'onItsWay',
  uncertain: 'uncertain',
  settled: 'settled',
  'dead-address': 'deadAddress',
  invalid: 'invalid',
} as const;

/** The reason why nothing was sent. An email accepted in between may be sent once more all the same, by a person who insists. */
export function RefusedResend({ error, onInsist }: { readonly error: Error; readonly onInsist: () => void }) {
  const t = useTranslations('resend');
  const untold = useTranslations('untold');
  const code = error instanceof Refused ? error.code : null;
  const why = noEmailReasons.find((one) => one === code);
  const word = Object.entries(words).find(([known]) => known === code)?.[1] ?? 'other';
  const mild = word === 'onItsWay' || word === 'settled';
  return (
    <Note tone={mild ? 'info' : 'bad'} icon={CircleAlert} role="alert">
      <p>{why === undefined ? t(`refused.${word}`) : untold(why)}</p>
      {word === 'settled' ? (
        <Button className="mt-2" onPress={onInsist}>
          {t('sendAgain')}
        </Button>
      ) : null}
    </Note>
  );
}
