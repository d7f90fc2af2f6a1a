'use client';

import {
  CircleCheck,
  CircleMinus,
  Equal,
  type LucideIcon,
  PackageX,
  Ruler,
  ShieldCheck,
  UserRoundX,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { RegisterCountersign, RegisterRow } from '#lib/contract/register/register';
import type { RegisterGap } from '#lib/domain/register/register-book';

const gaps = {
  unmeasured: ['warn', Ruler],
  unplaced: ['warn', PackageX],
  difference: ['warn', Equal],
  negative: ['bad', CircleMinus],
} as const satisfies Record<RegisterGap, readonly [BadgeTone, LucideIcon]>;

/** The contradictions of an entry: shown, never hidden. */
export function GapBadges({ row }: { readonly row: Pick<RegisterRow, 'gaps'> }) {
  const t = useTranslations('register.gap');
  return row.gaps.map((gap) => {
    const [tone, icon] = gaps[gap];
    return (
      <Badge key={gap} tone={tone} icon={icon}>
        {t(gap)}
      </Badge>
    );
  });
}

const states = {
  missing: ['bad', UserRoundX],
  self: ['bad', UserRoundX],
  done: ['good', CircleCheck],
} as const;

export function CountersignBadge({ countersign }: { readonly countersign: RegisterCountersign }) {
  const t = useTranslations('register.sign');
  const [tone, icon] = states[countersign.state];
  const late = countersign.late ? `, ${t('late')}` : '';
  return (
    <Badge tone={countersign.state === 'done' && countersign.late ? 'warn' : tone} icon={icon}>
      {t(countersign.state)}
      {late}
    </Badge>
  );
}

export function ScheduleBadge({ schedule }: { readonly schedule: string }) {
  const t = useTranslations('register');
  return (
    <Badge tone="controlled" icon={ShieldCheck}>
      {schedule === '?' ? t('scheduleUnknown') : t('schedule', { schedule })}
    </Badge>
  );
}
