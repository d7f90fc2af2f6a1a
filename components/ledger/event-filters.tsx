'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { SpanFilter } from '#components/ui/field/span-filter';
import { SuggestField } from '#components/ui/field/suggest-field';
import { FilterChip } from '#components/ui/filter-chip';
import type { EventRow } from '#lib/contract/ledger/event';
import type { eventsList } from '#lib/contract/ledger/events-list';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import type { ListFilterOf } from '../ui/table/use-list-filter.ts';

type Props = Pick<ListFilterOf<typeof eventsList>, 'asked' | 'texts' | 'set' | 'clear'> & {
  readonly seen: readonly EventRow[];
};

export function EventFilters({ asked, texts, set, clear, seen }: Props) {
  const t = useTranslations('events');
  const status = useTranslations('eventStatus');
  const list = useTranslations('list');
  const types = [...new Set(seen.flatMap((row) => row.type ?? []))].sort();
  const sources = [...new Set(seen.map((row) => row.source))].sort();

  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={texts['q'] ?? ''}
        onChange={(q) => set({ q })}
        className="w-64 max-sm:w-full"
      />
      <SuggestField
        label={t('column.type')}
        value={texts['type'] ?? ''}
        suggestions={types}
        onChange={(type) => set({ type })}
        className="w-60 max-sm:w-full"
      />
      <SuggestField
        label={t('column.source')}
        value={texts['source'] ?? ''}
        suggestions={sources}
        onChange={(source) => set({ source })}
        className="w-44 max-sm:w-full"
      />
      <FilterChip
        label={t('column.status')}
        anyLabel={list('any')}
        value={asked.status ?? null}
        options={ledgerStatuses.map((id) => ({ id, label: status(id) }))}
        onChange={(value) => set({ status: value })}
      />
      <FilterChip
        label={t('column.repeated')}
        anyLabel={list('any')}
        value={asked.repeated ?? null}
        options={[{ id: 'yes' as const, label: t('repeatedYes') }]}
        onChange={(value) => set({ repeated: value })}
      />
      <FilterChip
        label={t('column.unreadable')}
        anyLabel={list('any')}
        value={asked.unreadable ?? null}
        options={[{ id: 'yes' as const, label: t('repeatedYes') }]}
        onChange={(value) => set({ unreadable: value })}
      />
      <SpanFilter label={t('column.received')} from={asked.from} to={asked.to} onChange={set} />
      {clear ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
