'use client';

import {
  AtSign,
  CircleHelp,
  Clock,
  Hourglass,
  Inbox,
  type LucideIcon,
  MailQuestionMark,
  PauseCircle,
  Send,
  ShieldX,
  Siren,
  Truck,
  Wrench,
} from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';

const causes: Readonly<Record<EmailCauseWord, readonly [BadgeTone, LucideIcon]>> = {
  address: ['bad', AtSign],
  mailbox: ['warn', Inbox],
  refused: ['info', ShieldX],
  sender: ['info', Wrench],
  passing: ['neutral', Clock],
  unknown: ['bad', CircleHelp],
};

const mails = {
  uncertain: ['warn', MailQuestionMark],
  queued: ['neutral', Send],
  passed_on: ['neutral', Hourglass],
  unsent: ['info', AtSign],
} as const satisfies Readonly<Record<string, readonly [BadgeTone, LucideIcon]>>;

/** The cause in plain words; the pharmacy's, the holder's or the notice's own words beneath. */
export function FollowUpWhy({ row }: { readonly row: FollowUpRow }) {
  const t = useTranslations('followUps');
  const format = useFormatter();
  const dated = useDated();
  const now = useClock();
  const own = row.lane === 'not_delivered' ? null : row.said;
  const lots = row.lots.length > 0 ? t('lots', { count: row.lots.length, lots: row.lots.join(', ') }) : null;
  const stray = row.strayAddress === null ? null : t('stray', { address: row.strayAddress });
  const beneath = [lots, stray, own].filter((words) => words !== null).join(' · ');
  return (
    <span className="block min-w-0 leading-tight">
      {badge()}
      {beneath === '' ? null : <span className="mt-0.5 block text-ink-3 text-xs">{beneath}</span>}
    </span>
  );

  function badge() {
    if (row.lane === 'not_delivered') {
      const { mail, cause } = row;
      if (mail === 'uncertain' || mail === 'queued' || mail === 'passed_on' || mail === 'unsent')
        return (
          <Badge tone={mails[mail][0]} icon={mails[mail][1]}>
            {t(`why.${mail}`)}
          </Badge>
        );
      const known = cause ?? 'unknown';
      return (
        <Badge tone={causes[known][0]} icon={causes[known][1]}>
          {t(`why.${known}`)}
        </Badge>
      );
    }
    if (row.lane === 'order_problem')
      return (
        <Badge tone="bad" icon={Truck}>
          {row.pharmacy === null ? t('why.order') : t('why.orderAt', { pharmacy: row.pharmacy })}
        </Badge>
      );
    if (row.lane === 'not_picked_up')
      return (
        <Badge tone="warn" icon={Hourglass}>
          {t('why.reached', { when: format.relativeTime(new Date(row.since), now) })}
        </Badge>
      );
    if (row.lane === 'on_hold')
      return (
        <Badge tone="warn" icon={PauseCircle}>
          {row.heldUntil === null
            ? t('why.held')
            : t('why.heldUntil', {
                until: dated.day(new Date(row.heldUntil)),
              })}
        </Badge>
      );
    return (
      <Badge tone="bad" icon={Siren}>
        {row.recallClass === null ? t('why.recall') : t('why.recallClass', { recallClass: row.recallClass })}
      </Badge>
    );
  }
}
