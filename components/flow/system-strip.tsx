'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FlowView } from '#lib/contract/flow/flow';
import { opsLimits } from '#lib/domain/flow/ops-alert';
import { eventsHref } from './flow-links.ts';
import { useSpan } from './use-span.ts';

const mostQueued = 10_000;

type TileProps = {
  readonly label: string;
  readonly value: ReactNode;
  readonly beneath: string;
  readonly bad?: boolean;
  readonly href?: string;
};

function Tile({ label, value, beneath, bad = false, href }: TileProps) {
  const inside = (
    <>
      <span className="text-ink-2 text-sm">{label}</span>
      <span className={`font-semibold text-lg ${bad ? 'text-bad' : ''}`}>{value}</span>
      <span className="text-ink-3 text-xs">{beneath}</span>
    </>
  );
  const look = 'flex h-full flex-col rounded-lg border border-line bg-card px-4 py-3 text-ink';
  return (
    <li>
      {href === undefined ? (
        <div className={look}>{inside}</div>
      ) : (
        <Link prefetch={false} href={href} className={`${look} no-underline hover:bg-sunken`}>
          {inside}
        </Link>
      )}
    </li>
  );
}

/** The processes behind the sources: a word and a number each. */
export function SystemStrip({ view }: { readonly view: FlowView }) {
  const t = useTranslations('flow.system');
  const format = useFormatter();
  const span = useSpan();
  const { workers, queued, queueSeconds, unsent, outboxSeconds, unsealedSeconds, clockMs, canary } = view;
  const working = workers.filter(({ ageSeconds }) => ageSeconds <= opsLimits.workerSeconds).length;
  const last = workers[0]?.ageSeconds;
  const clockSeconds = Math.round(Math.abs(clockMs) / 1000);
  const clockBad = Math.abs(clockMs) > opsLimits.clockMs;
  return (
    <section aria-label={t('title')}>
      <h2 className="mb-2 font-semibold">{t('title')}</h2>
      <ul className="grid grid-cols-6 gap-3 max-xl:grid-cols-3 max-sm:grid-cols-2">
        <Tile
          label={t('worker')}
          value={t('workerOf', { count: working })}
          beneath={last === undefined ? t('workerNever') : t('workerLast', { span: span(last) })}
          bad={working === 0}
        />
        <Tile
          label={t('queue')}
          value={queued >= mostQueued ? t('queueMore') : format.number(queued)}
          beneath={queueSeconds >= 1 ? t('queueOldest', { span: span(queueSeconds) }) : t('queueNone')}
          bad={queueSeconds > opsLimits.queueSeconds}
          href={eventsHref({ status: 'received' })}
        />
        <Tile label={t('canary')} {...canaryTile()} />
        <Tile
          label={t('outbox')}
          value={format.number(unsent)}
          beneath={unsent > 0 ? t('outboxOldest', { span: span(outboxSeconds) }) : t('outboxNone')}
          bad={outboxSeconds > opsLimits.outboxSeconds}
        />
        <Tile
          label={t('audit')}
          value={unsealedSeconds > opsLimits.unsealedSeconds ? span(unsealedSeconds) : t('auditGood')}
          beneath={unsealedSeconds > 0 ? t('auditOldest', { span: span(unsealedSeconds) }) : t('auditNone')}
          bad={unsealedSeconds > opsLimits.unsealedSeconds}
        />
        <Tile
          label={t('clock')}
          value={clockBad ? t('clockOff', { seconds: clockSeconds }) : t('clockGood')}
          beneath={t('clockAdvice')}
          bad={clockBad}
        />
      </ul>
    </section>
  );

  function canaryTile(): Omit<TileProps, 'label'> {
    const { on, lostSeconds, lastMs, middleMs } = canary;
    if (!on) return { value: t('canaryOff'), beneath: t('canaryOffAdvice') };
    const href = eventsHref({ source: 'canary' });
    const value = lastMs === null ? t('canaryNone') : t('canaryMs', { ms: Math.round(lastMs) });
    if (lostSeconds !== null) return { value, beneath: t('canaryLost', { span: span(lostSeconds) }), bad: true, href };
    return { value, beneath: middleMs === null ? '' : t('canaryMiddle', { ms: Math.round(middleMs) }), href };
  }
}
