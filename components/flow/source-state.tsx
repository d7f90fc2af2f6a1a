'use client';

import { Activity, CircleDashed, CircleSlash, GraduationCap, type LucideIcon, Moon, VolumeX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { FlowSourceRow } from '#lib/queries/flow';

type State = FlowSourceRow['silence']['state'] | 'off';

const looks: Readonly<Record<State, readonly [BadgeTone, LucideIcon]>> = {
  sending: ['good', Activity],
  resting: ['neutral', Moon],
  learning: ['info', GraduationCap],
  never: ['neutral', CircleDashed],
  silent: ['bad', VolumeX],
  off: ['neutral', CircleSlash],
};

export function SourceState({ source }: { readonly source: FlowSourceRow }) {
  const t = useTranslations('flow.state');
  const state: State = source.disabled ? 'off' : source.silence.state;
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
