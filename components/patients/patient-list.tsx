'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { CsvLink } from '#components/ui/csv-link';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { SearchField } from '#components/ui/field/search-field';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import type { PatientRow } from '#lib/contract/patients/patient';
import {
  patientHref,
  patientSearchQuery,
  patientsCsvPath,
  patientsQuery,
} from '#lib/contract/patients/patient-queries';
import { useDebouncedValue } from '../ui/field/use-debounced-value.ts';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { FoundCsv } from './found-csv.tsx';
import { usePatientColumns } from './patient-columns.tsx';

const idOf = (row: PatientRow): string => row.id;
const none: readonly PatientRow[] = [];
const least = 2;

/** People of the account's prescriptions, the latest event first; found by name, email or phone, which are never part of the address bar. */
export function PatientList({ own }: { readonly own: boolean }) {
  const t = useTranslations('patients');
  const list = useTranslations('list');
  const [text, setText] = useState('');
  const q = useDebouncedValue(text.trim(), 200);
  const searches = q.length >= least;
  const columns = usePatientColumns();
  const all = useInfiniteQuery(patientsQuery());
  const found = useQuery({ ...patientSearchQuery(q), enabled: searches });
  const { shown, waiting, show } = useStableRows('all', all, idOf);
  const query = searches ? found : all;
  const rows = searches ? (found.data?.items ?? none) : shown;

  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t(own ? 'own' : 'all')}</p>
        {searches ? <FoundCsv q={q} /> : <CsvLink href={patientsCsvPath} />}
      </div>
      <search className="no-print mb-3 block">
        <SearchField
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={text}
          onChange={setText}
          className="w-72 max-sm:w-full"
        />
      </search>
      <p role="status" className="sr-only">
        {searches && found.data ? t('found', { count: rows.length }) : ''}
      </p>
      {searches ? null : <WaitingRows count={waiting} onShow={show} />}
      {body()}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
    if (query.isError && rows.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (rows.length === 0 && searches)
      return (
        <EmptyState
          kind="no-match"
          title={t('noMatch')}
          advice={t('noMatchAdvice')}
          action={<Button onPress={() => setText('')}>{list('clearSearch')}</Button>}
        />
      );
    if (rows.length === 0)
      return <EmptyState kind="nothing-yet" title={t('nothingYet')} advice={t('nothingYetAdvice')} />;
    return (
      <>
        <DataTable
          label={t('title')}
          columns={columns}
          rows={rows}
          idOf={idOf}
          textOf={(row) => row.name?.value ?? row.id}
          hrefOf={(row) => patientHref(row.id)}
        />
        {searches ? null : <MoreRows query={all} />}
      </>
    );
  }
}
