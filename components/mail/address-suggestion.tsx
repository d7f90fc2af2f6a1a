'use client';

import { Lightbulb } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#components/ui/button';
import { Kbd } from '#components/ui/kbd';
import { Note } from '#components/ui/note';
import { meantAddress } from '#lib/domain/mail/meant-address';
import { isTextInput } from '../ui/field/keyboard-target.ts';

/** Offers the address at a well-known domain that this one was most likely meant to be, if any. */
export function AddressSuggestion({
  address,
  onUse,
}: {
  readonly address: string;
  readonly onUse: (better: string) => void;
}) {
  const t = useTranslations('resend');
  const better = meantAddress(address);

  useEffect(() => {
    if (better === null) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (
        better === null ||
        event.key !== 'U' ||
        !event.shiftKey ||
        event.ctrlKey ||
        event.metaKey ||
        isTextInput(event)
      )
        return;
      event.preventDefault();
      onUse(better);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [better, onUse]);

  if (better === null) return null;
  return (
    <Note tone="info" icon={Lightbulb} role="status">
      <span className="flex flex-wrap items-center gap-2">
        <span className="break-all">{t('didYouMean', { address: better })}</span>
        <Button aria-keyshortcuts="Shift+U" onPress={() => onUse(better)}>
          {t('use')} <Kbd>⇧U</Kbd>
        </Button>
      </span>
    </Note>
  );
}
