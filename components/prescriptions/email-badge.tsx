'use client';

import { CircleHelp, Clock, Hourglass, type LucideIcon, MailCheck, MailQuestionMark, MailX, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { EmailReach } from '#lib/contract/prescriptions/prescription';
import type { EmailState } from '#lib/domain/prescriptions/prescription-state';

const looks: Readonly<Record<EmailState, readonly [BadgeTone, LucideIcon]>> = {
  unknown: ['neutral', CircleHelp],
  queued: ['neutral', Clock],
  sending: ['info', Send],
  accepted: ['good', MailCheck],
  failed: ['bad', MailX],
  uncertain: ['warn', MailQuestionMark],
};

type Props = {
  readonly email: Pick<EmailReach, 'state' | 'cause'> & Partial<EmailReach>;
  readonly short?: boolean;
};

/** The email's status; where it did not arrive, the reason, in plain words; `short` where there is little room. */
export function ReachBadge({ email, short = false }: Props) {
  const t = useTranslations('reach');
  const [tone, icon] = looks[email.state];
  const { state, cause } = email;
  const known = state === 'failed' && cause !== null && cause !== 'unknown';
  if (email.passedOn)
    return (
      <Badge tone="neutral" icon={Hourglass}>
        {t(short ? 'shortPassedOn' : 'passedOn')}
      </Badge>
    );
  return (
    <Badge tone={tone} icon={icon}>
      {known ? t(`${short ? 'shortCause' : 'cause'}.${cause}`) : t(`${short ? 'short' : 'state'}.${state}`)}
    </Badge>
  );
}
