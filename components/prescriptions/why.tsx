'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button as AriaButton } from 'react-aria-components/Button';
import { PanelButton } from '#components/ui/panel-button';
import type { TimelineItem } from '#lib/contract/prescriptions/prescription';
import { timelineQuery } from '#lib/contract/prescriptions/prescription-queries';
import { useDated } from '#lib/i18n/use-dated';
import { useKnownAt } from './use-known-at.ts';

type Props = { readonly id: string; readonly about: string; readonly seqs: readonly number[] };

/** The reason of a badge: the entries that made it, each linked to its place on the timeline. */
export function Why({ id, about, seqs }: Props) {
  const t = useTranslations('why');
  return (
    <PanelButton
      look="ask"
      label={t('ask', { about })}
      name={t('ask', { about })}
      panel={(close) => <Deciding id={id} seqs={seqs} onJump={close} />}
    >
      {t('why')}
    </PanelButton>
  );
}

function Deciding({
  id,
  seqs,
  onJump,
}: {
  readonly id: string;
  readonly seqs: readonly number[];
  readonly onJump: () => void;
}) {
  const t = useTranslations('why');
  const dated = useDated();
  const { knownAt } = useKnownAt();
  const { data } = useInfiniteQuery(timelineQuery(id, knownAt));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const deciding = items.filter((item) => seqs.some((seq) => made(item, seq)));
  const away = seqs.filter((seq) => !items.some((item) => made(item, seq))).length;

  if (seqs.length === 0) return <p className="py-1 text-ink-2 text-sm">{t('nothing')}</p>;
  return (
    <>
      <p className="py-1 text-ink-3 text-xs">{t('decidedBy')}</p>
      <ul>
        {deciding.map((item) => (
          <li key={item.seq}>
            <AriaButton
              onPress={() => {
                onJump();
                jumpTo(item.seq);
              }}
              className="flex w-full cursor-pointer flex-col rounded py-1.5 text-left hover:bg-brand-soft"
            >
              <span className="font-semibold text-sm">{item.title}</span>
              <span className="text-ink-3 text-xs">{dated.full(new Date(item.occurredAt))}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      {away > 0 ? <p className="py-1 text-ink-2 text-xs">{t('away', { count: away })}</p> : null}
    </>
  );
}

function made(item: TimelineItem, seq: number): boolean {
  return item.seq === seq || item.sources.some((source) => source.seq === seq);
}

/** After the popover has given the focus back. */
function jumpTo(seq: number): void {
  requestAnimationFrame(() => {
    const entry = document.getElementById(`entry-${seq}`);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    entry?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    entry?.focus({ preventScroll: true });
  });
}
