'use client';

import { CircleCheck, CirclePause, CircleSlash, Eye, type LucideIcon, Play, ScanSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { ReplayState as State } from '#lib/domain/replays/replay';

const looks: Readonly<Record<State, readonly [BadgeTone, LucideIcon]>> = {
  previewing: ['info', ScanSearch],
  previewed: ['neutral', Eye],
  running: ['info', Play],
  paused: ['warn', CirclePause],
  canceled: ['neutral', CircleSlash],
  done: ['good', CircleCheck],
};

export function ReplayState({ state }: { readonly state: State }) {
  const t = useTranslations('replays.state');
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
