'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { FilterChip } from '#components/ui/filter-chip';
import { senders } from '#lib/contract/prescriptions/prescription-filter';
import type { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { emailStates, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import { systemName } from '#lib/i18n/system-name';
import type { ListFilterOf } from '../ui/table/use-list-filter.ts';

type Props = Pick<ListFilterOf<typeof prescriptionsList>, 'asked' | 'texts' | 'set' | 'clear'>;

export function PrescriptionFilters({ asked, texts, set, clear }: Props) {
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
        value={texts['q'] ?? ''}
        onChange={(q) => set({ q })}
        className="w-72 max-sm:w-full"
      />
      <FilterChip
        label={t('column.state')}
        anyLabel={any}
        value={asked.state ?? null}
        options={prescriptionStates.map((id) => ({ id, label: state(id) }))}
        onChange={(value) => set({ state: value })}
      />
      <FilterChip
        label={t('column.reach')}
        anyLabel={any}
        value={asked.email ?? null}
        options={emailStates.map((id) => ({ id, label: reach(`state.${id}`) }))}
        onChange={(email) => set({ email })}
      />
      <FilterChip
        label={t('column.source')}
        anyLabel={any}
        value={senders.find((sender) => sender === asked.system) ?? null}
        options={senders.map((id) => ({ id, label: systemName[id] }))}
        onChange={(system) => set({ system })}
      />
      {clear ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
