'use client';

import { Hourglass, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { SuggestField } from '#components/ui/field/suggest-field';
import { FilterChip } from '#components/ui/filter-chip';
import type { DeadLetterGroup } from '#lib/contract/dead-letters/dead-letter';
import type { deadLetterGroupsList } from '#lib/contract/dead-letters/dead-letters-list';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import type { ListFilterOf } from '../ui/table/use-list-filter.ts';

type Props = Pick<ListFilterOf<typeof deadLetterGroupsList>, 'asked' | 'texts' | 'set' | 'clear'> & {
  readonly seen: readonly DeadLetterGroup[];
};

export function DeadLetterFilters({ asked, texts, set, clear, seen }: Props) {
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
        value={texts['q'] ?? ''}
        onChange={(q) => set({ q })}
        className="w-64 max-sm:w-full"
      />
      <SuggestField
        label={t('type')}
        value={texts['type'] ?? ''}
        suggestions={types}
        onChange={(type) => set({ type })}
        className="w-60 max-sm:w-full"
      />
      <SuggestField
        label={t('source')}
        value={texts['source'] ?? ''}
        suggestions={sources}
        onChange={(source) => set({ source })}
        className="w-44 max-sm:w-full"
      />
      <FilterChip
        label={t('cause')}
        anyLabel={list('any')}
        value={asked.cause ?? null}
        options={deadLetterCauses.map((id) => ({ id, label: causes(id) }))}
        onChange={(value) => set({ cause: value })}
      />
      <FilterChip
        label={t('stateFilter')}
        anyLabel={t('state.all')}
        value={asked.state ?? null}
        options={deadLetterStates.map((id) => ({ id, label: t(`state.${id}`) }))}
        onChange={(value) => set({ state: value })}
      />
      <Button
        look={asked.amendment === undefined ? 'chip' : 'chipOn'}
        aria-pressed={asked.amendment !== undefined}
        onPress={() => set({ amendment: asked.amendment === undefined ? 'proposed' : null })}
      >
        <Hourglass aria-hidden className="size-3.5!" /> {t('waiting')}
      </Button>
      {clear ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
