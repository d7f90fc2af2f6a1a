'use client';

import { useTranslations } from 'next-intl';
import type { TimelineItem } from '#lib/contract/prescriptions/prescription';
import type { Tone } from '#lib/domain/ledger/timeline';
import { EntryFacts } from './entry-facts.tsx';
import { EntrySources } from './entry-sources.tsx';
import { laneColumns, laneIcons } from './lanes.ts';

const edges: Readonly<Record<Tone, string>> = {
  neutral: 'border-l-line-strong',
  info: 'border-l-info',
  good: 'border-l-good',
  warn: 'border-l-warn',
  bad: 'border-l-bad',
  controlled: 'border-l-ctrl',
};

/** More than this many details would push the lanes apart; the others, and what the title says already, wait behind the sender's line. */
const atFirst = 3;

type Props = { readonly item: TimelineItem; readonly isNew: boolean; readonly raw: boolean };

/** One fact in its lane. Where there is no room for lanes it carries its lane as a tag. */
export function Entry({ item, isNew, raw }: Props) {
  const t = useTranslations('timeline');
  const Icon = laneIcons[item.lane];
  const news = item.facts.filter((fact) => !item.title.includes(fact.value));
  const first = news.slice(0, atFirst);
  return (
    <article
      id={`entry-${item.seq}`}
      tabIndex={-1}
      aria-label={item.title}
      data-lane={item.lane}
      className={`entry relative m-1.5 min-w-0 rounded-md border border-line border-l-3 bg-card px-2.5 py-2 focus:outline-2 focus:outline-focus ${laneColumns[item.lane]} ${edges[item.tone]} ${isNew ? 'arrived' : ''} ${item.retained ? '' : 'border-dashed text-ink-3'}`}
    >
      <p className="mb-0.5 flex items-center gap-1.5 text-ink-3 text-xs lg:sr-only">
        <Icon aria-hidden className="size-3.5!" /> {t(`lane.${item.lane}`)}
      </p>
      <p className="mb-0.5 wrap-anywhere font-semibold text-sm leading-snug">{item.title}</p>
      <EntryFacts facts={first} flowing />
      <EntrySources item={item} rest={item.facts.filter((fact) => !first.includes(fact))} raw={raw} />
    </article>
  );
}
