'use client';

import { Check, Clock, EyeOff, type LucideIcon, MailWarning, OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { LedgerStatus } from '#lib/domain/ledger/ledger';

const looks: Readonly<Record<LedgerStatus, readonly [BadgeTone, LucideIcon]>> = {
  received: ['info', Clock],
  processed: ['good', Check],
  ignored: ['neutral', EyeOff],
  quarantined: ['warn', MailWarning],
  dead: ['bad', OctagonX],
};

export function EventStatus({ status }: { readonly status: LedgerStatus }) {
  const t = useTranslations('eventStatus');
  const [tone, icon] = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(status)}
    </Badge>
  );
}
