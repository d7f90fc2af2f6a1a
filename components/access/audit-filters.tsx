'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { SpanFilter } from '#components/ui/field/span-filter';
import { SuggestField } from '#components/ui/field/suggest-field';
import { FilterChip } from '#components/ui/filter-chip';
import { accountsAtOnce, accountsList } from '#lib/contract/access/accounts-list';
import { listQuery } from '#lib/contract/base/list-query';
import type { AuditRow } from '#lib/contract/ledger/audit';
import type { auditList } from '#lib/contract/ledger/audit-list';
import { auditActions } from '#lib/domain/ledger/audit';
import type { ListFilterOf } from '../ui/table/use-list-filter.ts';

type Props = Pick<ListFilterOf<typeof auditList>, 'asked' | 'texts' | 'set' | 'clear'> & {
  readonly seen: readonly AuditRow[];
};

const actions = [...new Set<string>(auditActions)].sort();

export function AuditFilters({ asked, texts, set, clear, seen }: Props) {
  const t = useTranslations('audit');
  const list = useTranslations('list');
  const people =
    useInfiniteQuery(listQuery(accountsList, {}, { limit: accountsAtOnce })).data?.pages.flatMap(
      (page) => page.items,
    ) ?? [];
  const kinds = [...new Set(seen.flatMap((row) => row.subject?.kind ?? []))].sort();
  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <FilterChip
        label={t('person')}
        anyLabel={t('anybody')}
        value={asked.actor ?? null}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        onChange={(actor) => set({ actor })}
      />
      <SuggestField
        label={t('action')}
        value={texts['action'] ?? ''}
        suggestions={actions}
        onChange={(action) => set({ action })}
        className="w-60 max-sm:w-full"
      />
      <SuggestField
        label={t('kind')}
        value={texts['kind'] ?? ''}
        suggestions={kinds}
        onChange={(kind) => set({ kind })}
        className="w-48 max-sm:w-full"
      />
      <SearchField
        label={t('id')}
        placeholder={t('id')}
        value={texts['id'] ?? ''}
        onChange={(id) => set({ id })}
        className="w-56 max-sm:w-full"
      />
      {asked.glass === undefined ? null : (
        <Button look="chipOn" onPress={() => set({ glass: null })}>
          {t('glass')} <X aria-hidden className="size-3.5!" />
        </Button>
      )}
      <SpanFilter label={t('at')} from={asked.from} to={asked.to} onChange={set} />
      {clear ? (
        <Button look="quiet" onPress={clear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
