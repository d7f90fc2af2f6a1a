'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Clock, UserRoundX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { ScheduleBadge } from '#components/register/register-badges';
import { LocationFilter } from '#components/stock/location-filter';
import { Badge } from '#components/ui/badge';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { MedicineName } from '#components/ui/medicine-name';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import { queryString } from '#lib/contract/base/request-json';
import type { RegisterSubstance } from '#lib/contract/register/register';
import { substancesQuery } from '#lib/contract/register/register-queries';
import { registerParsers } from '#lib/contract/stock/pharmacy-filter';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';

const idOf = (row: RegisterSubstance): string => row.substance;

export function SubstanceName({ row }: { readonly row: Pick<RegisterSubstance, 'code' | 'display' | 'substance'> }) {
  const t = useTranslations('register');
  if (row.display === null && row.code === null && row.substance === 'unknown') return t('unknown');
  return <MedicineName name={row.display} code={row.code ?? row.substance} />;
}

export function Balances({ row }: { readonly row: Pick<RegisterSubstance, 'balances'> }) {
  const t = useTranslations('register');
  const quantity = useQuantity();
  const amount = useAmount();
  if (row.balances.length === 0) return <span className="text-ink-3">{t('noBalance')}</span>;
  return row.balances.map(({ unit, quantity: sum }) => (
    <span key={unit} className={`block ${sum.startsWith('-') ? 'font-semibold text-bad' : ''}`}>
      {amount(quantity(sum), unit === '' ? null : unit, sum)}
      {sum.startsWith('-') ? <span className="block font-normal text-ink-3 text-xs">{t('begins')}</span> : null}
    </span>
  ));
}

/** Its missing countersignatures: each number goes to exactly those dispenses. */
export function Lacking({ row, location }: { readonly row: RegisterSubstance; readonly location: string | null }) {
  const t = useTranslations('register');
  if (row.missing + row.self === 0)
    return (
      <Badge tone="good" icon={CircleCheck}>
        {t('complete')}
      </Badge>
    );
  return (
    <span className="inline-flex flex-wrap gap-1">
      {(['missing', 'self', 'late'] as const).map((which) =>
        row[which] === 0 ? null : (
          <Link
            key={which}
            prefetch={false}
            href={`/dispenses${queryString({ countersign: which, substance: row.substance, location })}`}
          >
            <Badge tone={which === 'late' ? 'warn' : 'bad'} icon={which === 'late' ? Clock : UserRoundX}>
              {t(which, { count: row[which] })}
            </Badge>
          </Link>
        ),
      )}
    </span>
  );
}

/** Every controlled substance: its recorded balance, and its missing countersignatures. */
export function RegisterHome() {
  const t = useTranslations('register');
  const list = useTranslations('list');
  const [{ location }, set] = useQueryStates(registerParsers);
  const query = useQuery(substancesQuery(location));
  const columns = useMemo(
    (): readonly TableColumn<RegisterSubstance>[] => [
      {
        id: 'substance',
        label: t('column.substance'),
        rowHeader: true,
        cell: (row) => <SubstanceName row={row} />,
      },
      {
        id: 'schedule',
        label: t('column.schedule'),
        width: 'md:w-48',
        cell: (row) => <ScheduleBadge schedule={row.schedule} />,
      },
      { id: 'balance', label: t('column.balance'), width: 'md:w-44', end: true, cell: (row) => <Balances row={row} /> },
      {
        id: 'countersign',
        label: t('column.countersign'),
        width: 'md:w-72',
        cell: (row) => <Lacking {...{ row, location }} />,
      },
    ],
    [t, location],
  );
  return (
    <>
      <div className="mb-4">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">
          {t('advice')} {query.data ? t('hours', { hours: query.data.countersignHours }) : null}
        </p>
      </div>
      <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap gap-2 empty:hidden">
        <LocationFilter value={location} onChange={(place) => void set({ location: place })} />
      </search>
      {body()}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
    if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    const rows = query.data?.items ?? [];
    if (rows.length === 0)
      return <EmptyState kind="nothing-yet" title={t('nothingYet')} advice={t('nothingYetAdvice')} />;
    return (
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        idOf={idOf}
        textOf={(row) => row.display ?? row.substance}
        hrefOf={(row) => `/register/${encodeURIComponent(row.substance)}${queryString({ location })}`}
      />
    );
  }
}
