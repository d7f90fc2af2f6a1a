'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Printer } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useHolds, useNameOf } from '#components/recall/people-columns';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { ScrollRegion } from '#components/ui/scroll-region';
import { RowSkeleton } from '#components/ui/skeleton';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';
import type { RecallPersonRow } from '#lib/queries/recall';
import { callSheetQuery, recallQuery } from '#lib/queries/recall-queries';

/** Everyone who has to be called yet, complete, for paper: whom, how, what he probably has, and room to write. */
export function CallSheet({ id }: { readonly id: string }) {
  const t = useTranslations('recalls');
  const dated = useDated();
  const nameOf = useNameOf();
  const holdsOf = useHolds();
  const now = useClock();
  const query = useQuery(callSheetQuery(id));
  const recall = useQuery(recallQuery(id));
  if (query.isPending) return <RowSkeleton label={t('sheet.loading')} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const medicines = [...new Set(recall.data?.lots.flatMap(({ product }) => product ?? []))].join(', ');
  const heads = [
    ...[t('people.patient'), t('sheet.phone'), t('sheet.email'), t('sheet.givenOn'), t('people.prescriber')],
    ...[t('people.holds'), t('people.contact')],
  ];
  const datesOf = ({ given }: RecallPersonRow) =>
    [...new Set(given.map(({ at }) => (at === null ? '?' : dated.day(new Date(at)))))].join(', ') || '–';
  return (
    <div className="flex flex-col gap-4">
      <div className="no-print flex flex-wrap items-center gap-4">
        <Button look="primary" onPress={() => window.print()}>
          <Printer aria-hidden /> {t('sheet.print')}
        </Button>
        <Link prefetch={false} href={`/recalls/${encodeURIComponent(id)}`} className="inline-flex items-center gap-1">
          <ArrowLeft aria-hidden className="size-3.5!" /> {t('sheet.back')}
        </Link>
      </div>
      <h1 className="font-semibold text-xl">
        {t('sheet.title')} ·{' '}
        <code>{[...new Set(query.data.flatMap(({ given }) => given.map(({ lot }) => lot)))].join(', ')}</code>
      </h1>
      {medicines === '' ? null : <p className="font-semibold">{medicines}</p>}
      <p>{t('sheet.advice', { count: query.data.length, at: dated.full(new Date(now)) })}</p>
      <ScrollRegion label={t('sheet.title')}>
        <table className="w-full border-collapse text-left text-sm">
          <thead>
            <tr className="border-line-strong border-b">
              {heads.map((label) => (
                <th key={label} scope="col" className="p-2">
                  {label}
                </th>
              ))}
              <th scope="col" className="w-56 p-2">
                {t('sheet.outcome')}
              </th>
            </tr>
          </thead>
          <tbody>
            {query.data.map((row) => (
              <tr key={row.personId} className="break-inside-avoid border-line border-b">
                <th scope="row" className="p-2 font-semibold">
                  {nameOf(row)}
                </th>
                <td className="whitespace-nowrap p-2">{row.reach.phone ?? '–'}</td>
                <td className="p-2">{row.reach.email ?? '–'}</td>
                <td className="p-2">{datesOf(row)}</td>
                <td className="p-2">{row.prescriber?.name ?? row.prescriber?.id ?? '–'}</td>
                <td className="p-2">{holdsOf(row)}</td>
                <td className="p-2">{row.outcome === null ? t('people.notYet') : t(`outcome.${row.outcome}`)}</td>
                <td className="p-2" />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
