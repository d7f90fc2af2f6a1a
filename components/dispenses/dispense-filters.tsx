'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LocationFilter } from '#components/stock/location-filter';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { FilterChip } from '#components/ui/filter-chip';
import { countersignFilters, dispenseKinds, reviewStates } from '#lib/domain/stock/stock-filter';

type Values = {
  readonly q: string | null;
  readonly lot: string | null;
  readonly location: string | null;
  readonly substance: string | null;
  readonly reviewed: (typeof reviewStates)[number] | null;
  readonly kind: (typeof dispenseKinds)[number] | null;
  readonly countersign: (typeof countersignFilters)[number] | null;
};
type Props = {
  readonly values: Values;
  readonly set: (values: Partial<Values>) => void;
  readonly onClear?: (() => void) | undefined;
};

export function DispenseFilters({ values, set, onClear }: Props) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const any = list('any');
  const one = <W extends string>(words: readonly W[], value: string | null): W | null =>
    words.find((word) => word === value) ?? null;
  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label={t('dispenses.lot')}
        placeholder={t('dispenses.lot')}
        value={values.lot ?? ''}
        onChange={(lot) => set({ lot: lot === '' ? null : lot })}
        className="w-56 max-sm:w-full"
      />
      <FilterChip
        label={t('column.review')}
        anyLabel={any}
        value={values.reviewed}
        options={reviewStates.map((id) => ({ id, label: t(`dispenses.reviews.${id}`) }))}
        onChange={(value) => set({ reviewed: one(reviewStates, value) })}
      />
      <FilterChip
        label={t('column.kind')}
        anyLabel={any}
        value={values.kind}
        options={dispenseKinds.map((id) => ({ id, label: t(`dispenses.kinds.${id}`) }))}
        onChange={(value) => set({ kind: one(dispenseKinds, value) })}
      />
      <FilterChip
        label={t('column.countersign')}
        anyLabel={any}
        value={values.countersign}
        options={countersignFilters.map((id) => ({ id, label: t(`dispenses.countersigns.${id}`) }))}
        onChange={(value) => set({ countersign: one(countersignFilters, value) })}
      />
      <LocationFilter value={values.location} onChange={(location) => set({ location })} />
      {values.substance === null ? null : (
        <Button look="chipOn" className="pr-3!" onPress={() => set({ substance: null })}>
          <code>{values.substance}</code> <X aria-label={list('clear')} className="size-3.5!" />
        </Button>
      )}
      {onClear ? (
        <Button look="quiet" onPress={onClear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
