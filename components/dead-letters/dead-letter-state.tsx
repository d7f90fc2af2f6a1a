'use client';

import { CircleCheck, CircleSlash, type LucideIcon, MailWarning, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { DeadLetterState as State } from '#lib/domain/dead-letters/dead-letter';

const looks: Readonly<Record<State, readonly [BadgeTone, LucideIcon]>> = {
  open: ['warn', MailWarning],
  replaying: ['info', RefreshCw],
  resolved: ['good', CircleCheck],
  discarded: ['neutral', CircleSlash],
};

/** The state of a dead letter; with a count, of how many of a cause. */
export function DeadLetterState({ state, count }: { readonly state: State; readonly count?: number }) {
  const t = useTranslations('deadLetters');
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {count === undefined ? t(`state.${state}`) : t(`counted.${state}`, { count })}
    </Badge>
  );
}
