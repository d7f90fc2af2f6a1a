'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { SpanFilter } from '#components/ui/field/span-filter';
import { SuggestField } from '#components/ui/field/suggest-field';
import { FilterChip } from '#components/ui/filter-chip';
import type { EventRow } from '#lib/contract/ledger/event';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import type { useEventFilter } from './use-event-filter.ts';

type Props = Pick<ReturnType<typeof useEventFilter>, 'values' | 'set' | 'clear' | 'isFiltered'> & {
  readonly seen: readonly EventRow[];
};

export function EventFilters({ values, set, clear, isFiltered, seen }: Props) {
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
        value={values.q ?? ''}
        onChange={(q) => void set({ q: q || null })}
        className="w-64 max-sm:w-full"
      />
      <SuggestField
        label={t('column.type')}
        value={values.type ?? ''}
        suggestions={types}
        onChange={(type) => void set({ type: type || null })}
        className="w-60 max-sm:w-full"
      />
      <SuggestField
        label={t('column.source')}
        value={values.source ?? ''}
        suggestions={sources}
        onChange={(source) => void set({ source: source || null })}
        className="w-44 max-sm:w-full"
      />
      <FilterChip
        label={t('column.status')}
        anyLabel={list('any')}
        value={values.status}
        options={ledgerStatuses.map((id) => ({ id, label: status(id) }))}
        onChange={(value) => void set({ status: ledgerStatuses.find((each) => each === value) ?? null })}
      />
      <FilterChip
        label={t('column.repeated')}
        anyLabel={list('any')}
        value={values.repeated}
        options={[{ id: 'yes', label: t('repeatedYes') }]}
        onChange={(value) => void set({ repeated: value === 'yes' ? 'yes' : null })}
      />
      <FilterChip
        label={t('column.unreadable')}
        anyLabel={list('any')}
        value={values.unreadable}
        options={[{ id: 'yes', label: t('repeatedYes') }]}
        onChange={(value) => void set({ unreadable: value === 'yes' ? 'yes' : null })}
      />
      <SpanFilter label={t('column.received')} from={values.from} to={values.to} onChange={(span) => void set(span)} />
      {isFiltered ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
