'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';

/** Newer rows wait here until someone asks for them: nothing moves under a hand, so it lies over the list's head and takes no room. */
export function WaitingRows({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const t = useTranslations('list');
  return (
    <div role="status" className="sticky top-16 z-10 flex h-0 justify-center">
      {count > 0 ? (
        <Button look="primary" className="rounded-full! shadow-raised" onPress={onShow}>
          <ArrowUp aria-hidden /> {t('waiting', { count })}
        </Button>
      ) : null}
    </div>
  );
}
