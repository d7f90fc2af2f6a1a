'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ArrowLeft, CircleCheck, Download, PencilLine, Printer, Tally5 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useCallback, useState } from 'react';
import { CountersignDialog } from '#components/register/countersign-dialog';
import { EntryDialog } from '#components/register/entry-dialog';
import { PeriodForm } from '#components/register/period-form';
import { ScheduleBadge } from '#components/register/register-badges';
import { useRegisterColumns } from '#components/register/register-columns';
import { Balances, Lacking, SubstanceName } from '#components/register/register-home';
import { LocationFilter } from '#components/stock/location-filter';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import { queryString } from '#lib/contract/base/request-json';
import type { RegisterRow } from '#lib/contract/register/register';
import { registerCsvPath, registerQuery, substancesQuery } from '#lib/contract/register/register-queries';
import { registerParsers } from '#lib/contract/stock/pharmacy-filter';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { usePeriod } from './use-period.ts';
import { useSignKey } from './use-sign-key.ts';

const idOf = (row: RegisterRow): string => row.id;

type Props = { readonly substance: string; readonly zone: string; readonly inCharge: boolean };
type Asked = { readonly act: 'count' | 'correct' } | { readonly act: 'sign'; readonly row: RegisterRow };

/** The page of one substance: each entry with the balance before and after it, newest first. */
export function RegisterBook({ substance, zone, inCharge }: Props) {
  const t = useTranslations('register');
  const list = useTranslations('list');
  const router = useRouter();
  const period = usePeriod(zone);
  const [{ location }, setPlace] = useQueryStates(registerParsers);
  const filter = { substance, location: location ?? undefined, ...period.instants };
  const query = useInfiniteQuery(registerQuery(filter));
  const books = useQuery(substancesQuery(location));
  const book = books.data?.items.find((one) => one.substance === substance);
  const { shown, waiting, show } = useStableRows(JSON.stringify(filter), query, idOf);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<'signed' | 'entered' | null>(null);
  const sign = useCallback((row: RegisterRow) => {
    if (row.mayCountersign) setAsked({ act: 'sign', row });
  }, []);
  const columns = useRegisterColumns(sign, new Set(shown.map(({ unit }) => unit)).size > 1);
  useSignKey(shown, idOf, sign);

  function finish(what: 'signed' | 'entered'): void {
    setAsked(null);
    setDone(what);
  }

  return (
    <>
      <Link
        prefetch={false}
        href={`/register${queryString({ location })}`}
        className="no-print inline-flex min-h-6 items-center gap-1 text-ink-2 text-sm no-underline hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5!" /> {t('back')}
      </Link>
      <div className="mt-1 mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="min-w-0 font-semibold text-xl tracking-tight">
          {book ? <SubstanceName row={book} /> : substance}
        </h1>
        {book ? <ScheduleBadge schedule={book.schedule} /> : null}
        {book ? (
          <div className="flex gap-1">
            <span className="text-ink-3">{t('balance')}:</span>
            <span className="font-semibold">
              <Balances row={book} />
            </span>
          </div>
        ) : null}
        {book && book.missing + book.self > 0 ? <Lacking {...{ row: book, location }} /> : null}
        <div className="no-print ml-auto flex flex-wrap gap-2">
          {book && book.stockItems.length > 0 ? (
            <Button onPress={() => setAsked({ act: 'count' })}>
              <Tally5 aria-hidden /> {t('count')}
            </Button>
          ) : null}
          {book && book.stockItems.length > 0 && inCharge ? (
            <Button onPress={() => setAsked({ act: 'correct' })}>
              <PencilLine aria-hidden /> {t('correct')}
            </Button>
          ) : null}
          <ButtonLink
            href={`/register/${encodeURIComponent(substance)}/print${queryString({ from: period.from, to: period.to, location })}`}
          >
            <Printer aria-hidden /> {t('print')}
          </ButtonLink>
          <ButtonLink href={registerCsvPath(filter)} target="_blank" download>
            <Download aria-hidden /> {list('csv')}
          </ButtonLink>
        </div>
      </div>
      <PeriodForm
        key={`${period.from} ${period.to}`}
        from={period.from}
        to={period.to}
        onPeriod={(from, to) =>
          void period.set({ from: from === '' ? null : new Date(from), to: to === '' ? null : new Date(to) })
        }
      />
      <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap gap-2 empty:hidden">
        <LocationFilter value={location} onChange={(place) => void setPlace({ location: place })} />
      </search>
      {done === null ? null : (
        <div className="mb-3">
          <Note tone="good" icon={CircleCheck} role="status">
            {done === 'signed' ? t('sign.signed') : t('form.done')}
          </Note>
        </div>
      )}
      <WaitingRows count={waiting} onShow={show} />
      {body()}
      {asked?.act === 'sign' ? (
        <CountersignDialog row={asked.row} onDone={() => finish('signed')} onClose={() => setAsked(null)} />
      ) : null}
      {asked !== null && asked.act !== 'sign' && book ? (
        <EntryDialog act={asked.act} substance={book} onDone={() => finish('entered')} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );

  function open(row: RegisterRow): void {
    if (row.prescription) router.push(`/prescriptions/${encodeURIComponent(row.prescription.id)}`);
  }

  function body() {
    if (query.isPending || books.isPending) return <RowSkeleton label={list('loading')} />;
    if (query.isError && shown.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (shown.length === 0 && !book)
      return <EmptyState kind="no-match" title={t('absent')} advice={t('absentAdvice')} />;
    if (shown.length === 0 && period.isSet)
      return <EmptyState kind="no-match" title={t('noEntries')} advice={t('noEntriesAdvice')} />;
    if (shown.length === 0)
      return <EmptyState kind="nothing-yet" title={t('noEntriesYet')} advice={t('noEntriesYetAdvice')} />;
    return (
      <>
        <DataTable
          label={t('entries')}
          columns={columns}
          rows={shown}
          idOf={idOf}
          textOf={(row) => row.id}
          onOpen={open}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
