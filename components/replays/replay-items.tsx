'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleDashed, CircleSlash, Download, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { PagedRows } from '#components/replays/paged-rows';
import { Badge, type BadgeTone } from '#components/ui/badge';
import { ButtonLink } from '#components/ui/button';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { ReplayItemRow } from '#lib/contract/replays/replay';
import { itemOutcomes, replayItemsList } from '#lib/contract/replays/replays-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useReplayWords } from './words.ts';

const looks: Readonly<Record<(typeof itemOutcomes)[number], readonly [BadgeTone, LucideIcon]>> = {
  done: ['good', CircleCheck],
  failed: ['warn', CircleAlert],
  skipped: ['neutral', CircleSlash],
  waiting: ['neutral', CircleDashed],
};

/** The reason in words: one of ours, or the cause of the failure. */
function Why({ why, paths }: { readonly why: string | null; readonly paths: readonly string[] }) {
  const words = useReplayWords();
  if (why === null) return null;
  return (
    <span className="block text-sm">
      {words.why(why)}
      {paths.length === 0 ? null : <code className="block break-all text-ink-3 text-xs">{paths.join('; ')}</code>}
    </span>
  );
}

/** Every event of the frozen set, with its predicted and its actual outcome. */
export function ReplayItems({ id }: { readonly id: string }) {
  const t = useTranslations('replays');
  const list = useTranslations('list');
  const { asked, set, sort } = useListFilter(replayItemsList);
  const query = useInfiniteQuery(listQuery(replayItemsList, asked, { id }));
  const columns = useMemo(
    (): readonly TableColumn<ReplayItemRow>[] => [
      {
        id: 'event',
        sortsBy: 'seq',
        label: t('item.event'),
        rowHeader: true,
        cell: ({ seq, type }) => (
          <span className="block break-words">
            <code>{seq}</code> {type}
          </span>
        ),
      },
      { id: 'source', label: t('item.source'), width: 'md:w-40', cell: ({ source }) => source },
      {
        id: 'predicted',
        label: t('item.predicted'),
        width: 'md:w-52',
        cell: ({ predicted, predictedWhy }) =>
          predicted === null ? null : (
            <>
              {t(`predicted.${predicted}`)} <Why why={predictedWhy} paths={[]} />
            </>
          ),
      },
      {
        id: 'outcome',
        label: t('item.outcome'),
        width: 'md:w-72',
        cell: ({ outcome: became, why, paths }) => {
          const [tone, icon] = looks[became ?? 'waiting'];
          return (
            <>
              <Badge tone={tone} icon={icon}>
                {t(`outcome.${became ?? 'waiting'}`)}
              </Badge>
              <Why why={why} paths={paths} />
            </>
          );
        },
      },
      {
        id: 'at',
        label: t('item.at'),
        width: 'md:w-36',
        cell: ({ settledAt }) => (settledAt === null ? null : <Moment at={settledAt} />),
      },
    ],
    [t],
  );
  return (
    <>
      <div className="no-print mb-3 flex flex-wrap gap-2">
        <FilterChip
          label={t('item.outcome')}
          anyLabel={list('any')}
          value={asked.outcome ?? null}
          options={itemOutcomes.map((one) => ({ id: one, label: t(`outcome.${one}`) }))}
          onChange={(value) => set({ outcome: value })}
        />
        <ButtonLink className="ml-auto" href={fileOf(replayItemsList, asked, id)} target="_blank" download>
          <Download aria-hidden /> {list('csv')}
        </ButtonLink>
      </div>
      <PagedRows
        label={t('tab.events')}
        textOf={({ seq }) => String(seq)}
        hrefOf={({ seq }) => `/events?open=${seq}`}
        empty={t('item.none')}
        {...{ query, columns, sort }}
      />
    </>
  );
}
