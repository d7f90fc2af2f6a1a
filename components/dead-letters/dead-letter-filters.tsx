'use client';

import { Hourglass, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { SuggestField } from '#components/ui/field/suggest-field';
import { FilterChip } from '#components/ui/filter-chip';
import type { DeadLetterGroup } from '#lib/contract/dead-letters/dead-letter';
import { shownStates } from '#lib/contract/dead-letters/dead-letter-filter';
import { deadLetterCauses } from '#lib/domain/dead-letters/dead-letter';
import type { useDeadLetterFilter } from './use-dead-letter-filter.ts';

type Props = Pick<ReturnType<typeof useDeadLetterFilter>, 'values' | 'set' | 'clear' | 'isFiltered'> & {
  readonly seen: readonly DeadLetterGroup[];
};

export function DeadLetterFilters({ values, set, clear, isFiltered, seen }: Props) {
  const t = useTranslations('deadLetters');
  const causes = useTranslations('deadCause');
  const list = useTranslations('list');
  const types = [...new Set(seen.flatMap((group) => group.type ?? []))].sort();
  const sources = [...new Set(seen.flatMap((group) => group.sources))].sort();
  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={values.q ?? ''}
        onChange={(q) => set({ q: q || null })}
        className="w-64 max-sm:w-full"
      />
      <SuggestField
        label={t('type')}
        value={values.type ?? ''}
        suggestions={types}
        onChange={(type) => set({ type: type || null })}
        className="w-60 max-sm:w-full"
      />
      <SuggestField
        label={t('source')}
        value={values.source ?? ''}
        suggestions={sources}
        onChange={(source) => set({ source: source || null })}
        className="w-44 max-sm:w-full"
      />
      <FilterChip
        label={t('cause')}
        anyLabel={list('any')}
        value={values.cause}
        options={deadLetterCauses.map((id) => ({ id, label: causes(id) }))}
        onChange={(value) => set({ cause: deadLetterCauses.find((each) => each === value) ?? null })}
      />
      <FilterChip
        label={t('stateFilter')}
        anyLabel={t('state.all')}
        value={values.state === 'all' ? null : values.state}
        options={shownStates.filter((id) => id !== 'all').map((id) => ({ id, label: t(`state.${id}`) }))}
        onChange={(value) => set({ state: shownStates.find((each) => each === value) ?? 'all' })}
      />
      <Button
        look={values.amendment === null ? 'chip' : 'chipOn'}
        aria-pressed={values.amendment !== null}
        onPress={() => set({ amendment: values.amendment === null ? 'proposed' : null })}
      >
        <Hourglass aria-hidden className="size-3.5!" /> {t('waiting')}
      </Button>
      {isFiltered ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
