'use client';

import { Lightbulb } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button';
import { Kbd } from '#components/ui/kbd';
import { Note } from '#components/ui/note';
import { isTyping } from '../ui/typing.ts';

/** The better-known address that one letter away stands next to this one, if any. The list of domains comes when it is asked for. */
export function AddressSuggestion({
  address,
  onUse,
}: {
  readonly address: string;
  readonly onUse: (better: string) => void;
}) {
  const t = useTranslations('resend');
  const [better, setBetter] = useState<string | null>(null);

  useEffect(() => {
    let left = false;
    void import('@zootools/email-spell-checker').then(({ run }) => {
      const found = run({ email: address })?.full ?? null;
      if (!left) setBetter(found === address ? null : found);
    });
    return () => {
      left = true;
    };
  }, [address]);

  useEffect(() => {
    if (better === null) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (better === null || event.key !== 'U' || !event.shiftKey || event.ctrlKey || event.metaKey || isTyping(event))
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
