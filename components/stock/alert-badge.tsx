'use client';

import { BellOff, BellRing, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { AlertRow } from '#lib/contract/stock/stock';

const looks = {
  open: { tone: 'bad', icon: BellRing },
  acknowledged: { tone: 'warn', icon: BellOff },
  healed: { tone: 'good', icon: CircleCheck },
} as const;

/** Open, acknowledged by a person, or resolved. */
export function AlertBadge({ state }: Pick<AlertRow, 'state'>) {
  const t = useTranslations('pharmacy.alert.states');
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
