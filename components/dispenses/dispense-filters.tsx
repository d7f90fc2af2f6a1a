'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LocationFilter } from '#components/stock/location-filter';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { FilterChip } from '#components/ui/filter-chip';
import type { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { countersignFilters, dispenseKinds, reviewStates } from '#lib/domain/stock/stock-filter';
import type { ListFilterOf } from '../ui/table/use-list-filter.ts';

type Props = Pick<ListFilterOf<typeof dispensesList>, 'asked' | 'texts' | 'set' | 'clear'>;

export function DispenseFilters({ asked, texts, set, clear }: Props) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const any = list('any');
  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label={t('dispenses.lot')}
        placeholder={t('dispenses.lot')}
        value={texts['lot'] ?? ''}
        onChange={(lot) => set({ lot })}
        className="w-56 max-sm:w-full"
      />
      <FilterChip
        label={t('column.review')}
        anyLabel={any}
        value={asked.reviewed ?? null}
        options={reviewStates.map((id) => ({ id, label: t(`dispenses.reviews.${id}`) }))}
        onChange={(value) => set({ reviewed: value })}
      />
      <FilterChip
        label={t('column.kind')}
        anyLabel={any}
        value={asked.kind ?? null}
        options={dispenseKinds.map((id) => ({ id, label: t(`dispenses.kinds.${id}`) }))}
        onChange={(value) => set({ kind: value })}
      />
      <FilterChip
        label={t('column.countersign')}
        anyLabel={any}
        value={asked.countersign ?? null}
        options={countersignFilters.map((id) => ({ id, label: t(`dispenses.countersigns.${id}`) }))}
        onChange={(value) => set({ countersign: value })}
      />
      <LocationFilter value={asked.location ?? null} onChange={(location) => set({ location })} />
      {asked.substance === undefined ? null : (
        <Button look="chipOn" className="pr-3!" onPress={() => set({ substance: null })}>
          <code>{asked.substance}</code> <X aria-label={list('clear')} className="size-3.5!" />
        </Button>
      )}
      {clear ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
