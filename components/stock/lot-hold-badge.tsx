'use client';

import { CircleCheck, OctagonX, Siren } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { LotHold } from '#lib/domain/stock/lot-hold';

const looks = {
  free: { tone: 'good', icon: CircleCheck },
  quarantined: { tone: 'warn', icon: OctagonX },
  recalled: { tone: 'bad', icon: Siren },
} as const;

/** The quarantine state of a lot. */
export function HoldBadge({ hold }: { readonly hold: LotHold }) {
  const t = useTranslations('pharmacy.hold');
  const { tone, icon } = looks[hold];
  return (
    <Badge tone={tone} icon={icon}>
      {t(hold)}
    </Badge>
  );
}
