'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { inferParserType } from 'nuqs';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { SpanFilter } from '#components/ui/field/span-filter';
import { SuggestField } from '#components/ui/field/suggest-field';
import { FilterChip } from '#components/ui/filter-chip';
import { accountsQuery } from '#lib/contract/access/access-queries';
import type { AuditRow } from '#lib/contract/ledger/audit';
import type { auditParsers } from '#lib/contract/ledger/audit-queries';
import { auditActions } from '#lib/domain/ledger/audit';

type Values = inferParserType<typeof auditParsers>;
type Props = {
  readonly values: Values;
  readonly set: (next: Partial<Values>) => void;
  readonly seen: readonly AuditRow[];
  readonly onClear: (() => void) | undefined;
};

const actions = [...new Set<string>(auditActions)].sort();

export function AuditFilters({ values, set, seen, onClear }: Props) {
  const t = useTranslations('audit');
  const list = useTranslations('list');
  const people = useInfiniteQuery(accountsQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const kinds = [...new Set(seen.flatMap((row) => row.subject?.kind ?? []))].sort();
  return (
    <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
      <FilterChip
        label={t('person')}
        anyLabel={t('anybody')}
        value={values.actor}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        onChange={(actor) => set({ actor })}
      />
      <SuggestField
        label={t('action')}
        value={values.action ?? ''}
        suggestions={actions}
        onChange={(action) => set({ action: action || null })}
        className="w-60 max-sm:w-full"
      />
      <SuggestField
        label={t('kind')}
        value={values.kind ?? ''}
        suggestions={kinds}
        onChange={(kind) => set({ kind: kind || null })}
        className="w-48 max-sm:w-full"
      />
      <SearchField
        label={t('id')}
        placeholder={t('id')}
        value={values.id ?? ''}
        onChange={(id) => set({ id: id || null })}
        className="w-56 max-sm:w-full"
      />
      {values.glass === null ? null : (
        <Button look="chipOn" onPress={() => set({ glass: null })}>
          {t('glass')} <X aria-hidden className="size-3.5!" />
        </Button>
      )}
      <SpanFilter label={t('at')} from={values.from} to={values.to} onChange={set} />
      {onClear ? (
        <Button look="quiet" onPress={onClear}>
          <X aria-hidden /> {list('clear')}
        </Button>
      ) : null}
    </search>
  );
}
