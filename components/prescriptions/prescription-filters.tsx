'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { FilterChip } from '#components/ui/filter-chip';
import { senders } from '#lib/contract/prescriptions/prescription-filter';
import { emailStates, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import { systemName } from '#lib/i18n/system-name';
import type { usePrescriptionFilter } from './use-prescription-filter.ts';

type Props = Pick<ReturnType<typeof usePrescriptionFilter>, 'values' | 'set' | 'clear' | 'isFiltered'>;

export function PrescriptionFilters({ values, set, clear, isFiltered }: Props) {
  const t = useTranslations('prescriptions');
  const state = useTranslations('state');
  const reach = useTranslations('reach');
  const list = useTranslations('list');
  const any = list('any');
  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={values.q ?? ''}
        onChange={(q) => void set({ q: q === '' ? null : q })}
        className="w-72 max-sm:w-full"
      />
      <FilterChip
        label={t('column.state')}
        anyLabel={any}
        value={values.state}
        options={prescriptionStates.map((id) => ({ id, label: state(id) }))}
        onChange={(value) => void set({ state: prescriptionStates.find((each) => each === value) ?? null })}
      />
      <FilterChip
        label={t('column.reach')}
        anyLabel={any}
        value={values.email}
        options={emailStates.map((id) => ({ id, label: reach(`state.${id}`) }))}
        onChange={(value) => void set({ email: emailStates.find((each) => each === value) ?? null })}
      />
      <FilterChip
        label={t('column.source')}
        anyLabel={any}
        value={values.system}
        options={senders.map((id) => ({ id, label: systemName[id] }))}
        onChange={(value) => void set({ system: senders.find((each) => each === value) ?? null })}
      />
      {isFiltered ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
