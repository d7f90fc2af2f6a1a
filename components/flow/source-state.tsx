'use client';

import {
  Activity,
  CircleDashed,
  CirclePause,
  CircleSlash,
  GraduationCap,
  type LucideIcon,
  Moon,
  VolumeX,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import { SinceLine } from '#components/ui/since-line';
import type { FlowSourceRow } from '#lib/contract/flow/flow';

type State = FlowSourceRow['silence']['state'] | 'paused' | 'off';

const looks: Readonly<Record<State, readonly [BadgeTone, LucideIcon]>> = {
  sending: ['good', Activity],
  resting: ['neutral', Moon],
  learning: ['info', GraduationCap],
  never: ['neutral', CircleDashed],
  silent: ['bad', VolumeX],
  paused: ['warn', CirclePause],
  off: ['neutral', CircleSlash],
};

export function SourceState({ source }: { readonly source: FlowSourceRow }) {
  const t = useTranslations('flow.state');
  const words = useTranslations('sources.switch');
  const { switched } = source;
  const state: State = source.state === 'active' ? source.silence.state : source.state;
  const [tone, icon] = looks[state];
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Badge tone={tone} icon={icon}>
        {t(state)}
      </Badge>
      {switched === null || source.state === 'active' ? null : (
        <SinceLine
          what={
            switched.by === null
              ? words(`${source.state}.since`)
              : words(`${source.state}.sinceBy`, { by: switched.by })
          }
          at={switched.at}
          why={switched.reason}
        />
      )}
    </span>
  );
}
