'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff, CircleCheck, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MuteDialog } from '#components/flow/mute-dialog';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import type { FlowView, OpsAlertItem } from '#lib/contract/flow/flow';
import { postMuteEnd } from '#lib/contract/flow/flow-queries';
import { useIncidentWords } from '#lib/i18n/incident-words';
import { useDated } from '#lib/i18n/use-dated';
import { incidentHref } from './flow-links.ts';

type Muting = { readonly kind: OpsAlertItem['kind']; readonly subject: string; readonly what: string };

const keyOf = ({ kind, subject }: OpsAlertItem) => `${kind}|${subject}`;

/** The open incidents, the rows behind each, and the notified people. */
export function IncidentList({ view }: { readonly view: FlowView }) {
  const t = useTranslations('flow');
  const [muting, setMuting] = useState<Muting | null>(null);
  const { alerts } = view;
  if (alerts.length === 0)
    return (
      <Note tone="good" icon={CircleCheck} role="status">
        <strong>{t('allWell')}</strong> <span className="text-ink-2">{t('allWellAdvice')}</span>
      </Note>
    );
  return (
    <section aria-label={t('alerts')}>
      <h2 className="mb-2 font-semibold">{t('alerts')}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {alerts.map((alert) => (
          <Incident key={keyOf(alert)} alert={alert} href={incidentHref(alert, view)} onMute={setMuting} />
        ))}
      </ul>
      {muting === null ? null : <MuteDialog muting={muting} onClose={() => setMuting(null)} />}
    </section>
  );
}

type Props = {
  readonly alert: OpsAlertItem;
  readonly href: string | null;
  readonly onMute: (muting: Muting) => void;
};

function Incident({ alert, href, onMute }: Props) {
  const t = useTranslations('flow');
  const say = useIncidentWords();
  const dated = useDated();
  const queries = useQueryClient();
  const { kind, subject, since, toldAt, muted } = alert;
  const ending = useMutation({
    mutationFn: () => postMuteEnd(kind, subject),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flow'] }),
  });
  const what = say(alert);
  const until = muted === null ? '' : dated.moment(new Date(muted.until));
  return (
    <li data-incident={keyOf(alert)} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex items-start gap-2">
          {muted === null ? (
            <TriangleAlert aria-hidden className="mt-0.5 text-bad" />
          ) : (
            <BellOff aria-hidden className="mt-0.5 text-ink-3" />
          )}
          <span className={muted === null ? 'font-semibold' : 'text-ink-2'}>{what}</span>
        </p>
        <p className="pl-6 text-ink-3 text-sm">
          {t('since')} <Moment at={since} /> ·{' '}
          {toldAt === null ? (
            t('toldNobody')
          ) : (
            <>
              {t('told')} <Moment at={toldAt} />
            </>
          )}
        </p>
        {muted === null ? null : (
          <p className="mt-1 flex flex-wrap items-center gap-2 pl-6 text-ink-2 text-sm">
            <Badge tone="neutral" icon={BellOff}>
              {t('muted')}
            </Badge>
            {muted.by === null
              ? t('mutedUntilNoName', { until, reason: muted.reason })
              : t('mutedUntil', { until, by: muted.by, reason: muted.reason })}
          </p>
        )}
      </div>
      <div className="flex gap-2 max-sm:pl-6">
        {href === null ? null : (
          <Link
            prefetch={false}
            href={href}
            aria-label={t('lookNamed', { what })}
            className="inline-flex min-h-8 items-center rounded-md border border-line-strong bg-card px-3 font-semibold text-ink text-sm no-underline hover:bg-sunken"
          >
            {t('look')}
          </Link>
        )}
        {muted === null ? (
          <Button look="quiet" aria-label={t('muteNamed', { what })} onPress={() => onMute({ kind, subject, what })}>
            <BellOff aria-hidden /> {t('mute')}
          </Button>
        ) : (
          <Button
            look="quiet"
            aria-label={t('unmuteNamed', { what })}
            isDisabled={ending.isPending}
            onPress={() => ending.mutate()}
          >
            {t('unmute')}
          </Button>
        )}
      </div>
    </li>
  );
}
