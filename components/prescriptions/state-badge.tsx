'use client';

import {
  Ban,
  CircleCheckBig,
  CircleHelp,
  CircleStop,
  Clock,
  FileCheck2,
  Hourglass,
  type LucideIcon,
  PackageOpen,
  PauseCircle,
  PencilLine,
  Pill,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { PrescriptionState } from '#lib/domain/prescriptions/prescription-state';

const looks: Readonly<Record<PrescriptionState, readonly [BadgeTone, LucideIcon]>> = {
  canceled: ['neutral', Ban],
  discontinued: ['neutral', CircleStop],
  expired: ['warn', Hourglass],
  on_hold: ['warn', PauseCircle],
  dispensed: ['good', CircleCheckBig],
  part_dispensed: ['info', Pill],
  in_progress: ['info', PackageOpen],
  queued: ['info', Clock],
  issued: ['info', FileCheck2],
  draft: ['neutral', PencilLine],
  unknown: ['neutral', CircleHelp],
};

export function StateBadge({ state }: { readonly state: PrescriptionState }) {
  const t = useTranslations('state');
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
