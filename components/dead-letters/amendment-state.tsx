'use client';

import { CircleCheck, CircleSlash, History, Hourglass, type LucideIcon, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { AmendmentState as State } from '#lib/contract/dead-letters/amendment';

const looks: Readonly<Record<State, readonly [BadgeTone, LucideIcon]>> = {
  proposed: ['info', Hourglass],
  approved: ['good', CircleCheck],
  refused: ['bad', CircleSlash],
  withdrawn: ['neutral', Undo2],
  superseded: ['neutral', History],
};

export function AmendmentState({ state }: { readonly state: State }) {
  const t = useTranslations('deadLetters.amend.state');
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
