'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Printer } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Product, productText } from '#components/stock/product';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { ScrollRegion } from '#components/ui/table/scroll-region';
import { callSheetQuery } from '#lib/contract/recalls/recall-queries';
import { useClock } from '#lib/i18n/clock';
import { useDated } from '#lib/i18n/use-dated';
import { CallSheetRow } from './call-sheet-row.tsx';

const widths = { patient: 'w-1/5', given: 'w-3/10', prescriber: '', holds: '', contact: '' } as const;

/**
 * Everyone who has to be called yet, complete, for paper: the person, the phone number, their dispenses with dates and prescribers, the
 * amount they probably have, and room to write.
 */
export function CallSheet({ id }: { readonly id: string }) {
  const t = useTranslations('recalls');
  const dated = useDated();
  const now = useClock();
  const query = useQuery(callSheetQuery(id));
  if (query.isPending) return <RowSkeleton label={t('sheet.loading')} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const all = query.data.flatMap(({ given }) => given);
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
        {t('sheet.title')} · {t('case.lot')}{' '}
        <code className="wrap-anywhere">{[...new Set(all.map(({ lot }) => lot ?? t('allLots')))].join(', ')}</code>
        {[...new Map(all.map(({ product }) => [productText(product), product]))].map(([key, product]) => (
          <span key={key} className="block">
            <Product product={product} />
          </span>
        ))}
      </h1>
      <p>{t('sheet.advice', { count: query.data.length, at: dated.full(new Date(now)) })}</p>
      <ScrollRegion label={t('sheet.title')}>
        <table className="w-full table-fixed border-collapse text-left text-sm max-sm:block">
          <thead className="max-sm:sr-only">
            <tr className="border-line-strong border-b">
              {(['patient', 'given', 'prescriber', 'holds', 'contact'] as const).map((column) => (
                <th key={column} scope="col" className={`p-2 ${widths[column]}`}>
                  {t(`people.${column}`)}
                </th>
              ))}
              <th scope="col" className="p-2">
                {t('sheet.outcome')}
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {query.data.map((row) => (
              <CallSheetRow key={row.personId} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
