'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/queries/request-json';

const words = {
  'on-its-way': 'onItsWay',
  uncertain: 'uncertain',
  settled: 'settled',
  ended: 'ended',
  invalid: 'invalid',
} as const;

/** Why nothing was sent. What was accepted meanwhile may be sent again all the same, by somebody who insists. */
export function RefusedResend({ error, onInsist }: { readonly error: Error; readonly onInsist: () => void }) {
  const t = useTranslations('resend');
  const code = error instanceof Refused ? error.code : null;
  const word = Object.entries(words).find(([known]) => known === code)?.[1] ?? 'other';
  const mild = word === 'onItsWay' || word === 'settled';
  return (
    <Note tone={mild ? 'info' : 'bad'} icon={CircleAlert} role="alert">
      <p>{t(`refused.${word}`)}</p>
      {word === 'settled' ? (
        <Button className="mt-2" onPress={onInsist}>
          {t('sendAgain')}
        </Button>
      ) : null}
    </Note>
  );
}
