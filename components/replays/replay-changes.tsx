'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { PagedRows } from '#components/replays/paged-rows';
import { FilterChip } from '#components/ui/filter-chip';
import { ExactMoment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { listQuery } from '#lib/contract/base/list-query';
import type { NewerSubject, ReplayChangeRow, ReplayDetail } from '#lib/contract/replays/replay';
import { replayChangesList, replayNewerList } from '#lib/contract/replays/replays-list';
import { type ChangedField, changeGroups } from '#lib/domain/replays/replay-change';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useReplayWords } from './words.ts';

function Field({ name, before, after }: ChangedField) {
  const t = useTranslations('replays.change');
  return (
    <li className="flex flex-wrap items-baseline gap-x-1.5">
      <span className="text-ink-3 text-xs">{name}</span>
      {before === null ? null : (
        <>
          <del className="break-all text-ink-2 no-underline">{before}</del>
          <ArrowRight aria-label={t('becomes')} role="img" className="size-3! text-ink-3" />
        </>
      )}
      <ins className="break-all font-semibold no-underline">{after ?? t('nothing')}</ins>
    </li>
  );
}

function Fields({ fields, hidden }: ReplayChangeRow) {
  const t = useTranslations('replays.change');
  return (
    <ul className="flex flex-col gap-0.5 text-sm">
      {fields.map((field) => (
        <Field key={field.name} {...field} />
      ))}
      {hidden === 0 ? null : <li className="text-ink-3 text-xs">{t('hidden', { count: hidden })}</li>}
    </ul>
  );
}

type Props = { readonly run: ReplayDetail };

/** The dry-run diff: each row that would change, as it is and as it would be. */
export function ReplayChanges({ run }: Props) {
  const t = useTranslations('replays');
  const list = useTranslations('list');
  const words = useReplayWords();
  const { asked, set } = useListFilter(replayChangesList);
  const query = useInfiniteQuery(listQuery(replayChangesList, asked, { id: run.id }));
  const columns = useMemo(
    (): readonly TableColumn<ReplayChangeRow>[] => [
      {
        id: 'subject',
        label: t('change.subject'),
        rowHeader: true,
        width: 'md:w-88',
        cell: ({ model, subject }) => (
          <span className="block break-words">
            {words.model(model)} <code className="break-all">{subject}</code>
          </span>
        ),
      },
      { id: 'what', label: t('change.what'), width: 'md:w-24', cell: ({ what }) => t(`change.${what}`) },
      { id: 'fields', label: t('change.fields'), cell: (row) => <Fields {...row} /> },
    ],
    [t, words],
  );
  return (
    <>
      <div className="no-print mb-3 flex flex-wrap gap-2">
        <FilterChip
          label={t('change.of')}
          anyLabel={list('any')}
          value={asked.group ?? null}
          options={changeGroups.map((id) => ({ id, label: `${t(`group.${id}`)} (${run.changed[id]})` }))}
          onChange={(value) => set({ group: value })}
        />
      </div>
      <PagedRows
        label={t('tab.changes', { count: run.changedRows })}
        textOf={({ subject }) => subject}
        empty={t('change.none')}
        {...{ query, columns }}
      />
    </>
  );
}

/** The subjects that are newer already than the events about them: those events lose where they contradict. */
export function ReplayNewer({ run }: Props) {
  const t = useTranslations('replays');
  const words = useReplayWords();
  const query = useInfiniteQuery(listQuery(replayNewerList, {}, { id: run.id }));
  const columns = useMemo(
    (): readonly TableColumn<NewerSubject>[] => [
      {
        id: 'subject',
        label: t('change.subject'),
        rowHeader: true,
        cell: ({ model, subject }) => (
          <span className="block break-words">
            {words.model(model)} <code className="break-all">{subject}</code>
          </span>
        ),
      },
      { id: 'newest', label: t('newer.newest'), width: 'md:w-64', cell: (row) => <ExactMoment at={row.newest} /> },
      {
        id: 'replayed',
        label: t('newer.replayed'),
        width: 'md:w-64',
        cell: (row) => <ExactMoment at={row.replayed} />,
      },
    ],
    [t, words],
  );
  return (
    <>
      <p className="mb-3 max-w-prose text-ink-2 text-sm">{t('newer.advice')}</p>
      <PagedRows
        label={t('tab.newer', { count: run.newerSubjects })}
        textOf={({ subject }) => subject}
        empty={t('newer.none')}
        {...{ query, columns }}
      />
    </>
  );
}
