'use client';

import { CirclePause, Play, Power } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import type { SourceRow } from '#lib/contract/connections/source';
import { SwitchDialog } from './switch-dialog.tsx';

type Props = { readonly source: SourceRow; readonly busy: boolean; readonly onReopen: () => void };

/** Pausing and turning off, which both need a confirmation; and the way back, which needs none. */
export function SourceSwitch({ source, busy, onReopen }: Props) {
  const t = useTranslations('sources');
  const [asking, setAsking] = useState<'paused' | 'off' | null>(null);
  const { state } = source;
  return (
    <>
      {state === 'active' ? (
        <Button onPress={() => setAsking('paused')}>
          <CirclePause aria-hidden /> {t('pause')}
        </Button>
      ) : (
        <Button isDisabled={busy} onPress={onReopen}>
          <Play aria-hidden /> {t(state === 'paused' ? 'resume' : 'turnOn')}
        </Button>
      )}
      {state === 'off' ? null : (
        <Button look="quiet" onPress={() => setAsking('off')}>
          <Power aria-hidden /> {t('turnOff')}
        </Button>
      )}
      {asking === null ? null : <SwitchDialog source={source} to={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
