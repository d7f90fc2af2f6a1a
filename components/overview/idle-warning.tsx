'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';

type Props = { readonly secondsLeft: number; readonly onStay: () => void };

/** Two minutes before the lock. Any key or move stays as well; this is for those who use neither. */
export function IdleWarning({ secondsLeft, onStay }: Props) {
  const t = useTranslations('lock');
  const format = useFormatter();
  const minutes = Math.floor(secondsLeft / 60);
  const seconds = format.number(secondsLeft % 60, { minimumIntegerDigits: 2 });
  return (
    <div
      role="alert"
      className="fixed right-4 bottom-4 z-50 flex max-w-[calc(100vw-2rem)] flex-wrap items-center gap-4 rounded-lg border border-line-strong bg-card p-4 shadow-raised"
    >
      <p>
        <span className="font-semibold">{t('soon')}</span>{' '}
        <span aria-hidden className="text-ink-2">
          {minutes}:{seconds}
        </span>
      </p>
      <Button onPress={onStay}>{t('stay')}</Button>
    </div>
  );
}
