'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TimelineItem } from '#lib/contract/prescriptions/prescription';
import type { Fact } from '#lib/domain/ledger/timeline';
import { systemName } from '#lib/i18n/system-name';
import { useDated } from '#lib/i18n/use-dated';
import { EntryFacts } from './entry-facts.tsx';
import { lagBetween } from './lag.ts';

type Props = { readonly item: TimelineItem; readonly rest: readonly Fact[]; readonly raw: boolean };

/**
 * The source of a fact and its delay; opened, the other details and every message that carried it, each linked to the raw event where the
 * reader may see it.
 */
export function EntrySources({ item, rest, raw }: Props) {
  const t = useTranslations('timeline');
  const dated = useDated();
  const [first] = item.sources;
  const lag = lagBetween(item.occurredAt, item.receivedAt);
  const from =
    item.sources.length > 1 ? t('sources', { count: item.sources.length }) : first ? systemName[first.system] : null;
  const words = [from, lag === null ? null : t(`later.${lag.unit}`, { count: lag.count })].filter(
    (word) => word !== null,
  );
  return (
    <details className="group/sources mt-0.5 text-2xs text-ink-3 leading-4">
      <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1 rounded hover:text-ink [&::-webkit-details-marker]:hidden">
        {words.join(' · ')}
        <ChevronRight aria-label={t('details')} className="size-3! group-open/sources:rotate-90" />
      </summary>
      <EntryFacts facts={rest} />
      {item.actor === null ? null : <p className="text-ink-2 text-xs leading-5">{t('by', { actor: item.actor })}</p>}
      <ul className="mt-1 flex flex-col gap-1 border-line border-t pt-1.5">
        {item.sources.map((source) => (
          <li key={source.seq} className="break-words">
            <code className="break-all text-ink-2">{source.wireType}</code>
            <br />
            {source.source} · {t('received')} {dated.full(new Date(source.receivedAt))} ·{' '}
            {raw ? (
              <Link prefetch={false} href={`/events?open=${source.seq}`} className="text-brand">
                {t('raw', { seq: source.seq })}
              </Link>
            ) : (
              t('number', { seq: source.seq })
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
