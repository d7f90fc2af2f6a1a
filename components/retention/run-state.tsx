'use client';

import { CircleCheck, CirclePause, CirclePlay, CircleStop } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { PurgeRunState } from '#lib/contract/retention/retention';

const looks = {
  running: ['info', CirclePlay],
  paused: ['warn', CirclePause],
  done: ['good', CircleCheck],
  stopped: ['neutral', CircleStop],
} as const;

export function RunState({ state }: { readonly state: PurgeRunState }) {
  const t = useTranslations('retention.runState');
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
