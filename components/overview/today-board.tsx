'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { StockToWatch } from '#components/stock/stock-to-watch';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import type { TodayNumbers } from '#lib/contract/overview/pharmacy';
import { todayQuery } from '#lib/contract/overview/pharmacy-queries';
import { useClock } from '#lib/i18n/clock';
import { DoNext } from './worklist.tsx';

/** Each number goes to exactly the rows it counts. */
const hrefs = {
  toReview: '/dispenses?reviewed=no',
  lacking: '/dispenses?countersign=lacking',
  below: '/stock?show=below',
  expiring: '/expiry?within=30&decided=no',
  recalls: '/recalls?state=open',
  returns: '/returns?state=open',
} as const;
const names = ['toReview', 'lacking', 'below', 'expiring', 'recalls', 'returns'] as const;
const grave: ReadonlySet<string> = new Set(['lacking', 'recalls']);

function Beneath({ name, numbers }: { readonly name: keyof TodayNumbers; readonly numbers: TodayNumbers }) {
  const t = useTranslations('pharmacy.today');
  if (name === 'below') return t('none', { count: numbers.below.none });
  if (name === 'expiring') return t('undecided');
  const { oldest } = numbers[name];
  return oldest === null ? null : (
    <>
      {t('oldest')} <Moment at={oldest} />
    </>
  );
}

/** The pharmacist's home: six numbers, each a link to its rows, and the next tasks. */
export function TodayBoard({ zone }: { readonly zone: string }) {
  const t = useTranslations('pharmacy.today');
  const list = useTranslations('list');
  const format = useFormatter();
  const now = useClock();
  const query = useQuery(todayQuery);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">
          {format.dateTime(now, { weekday: 'long', day: 'numeric', month: 'long' })} · {t('zone', { zone })}
        </p>
      </div>
      {query.isPending ? <RowSkeleton label={list('loading')} /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <ul className="mb-6 grid grid-cols-6 gap-4 max-xl:grid-cols-3 max-sm:grid-cols-2">
            {names.map((name) => {
              const { count } = query.data.numbers[name];
              return (
                <li key={name}>
                  <Link
                    prefetch={false}
                    href={hrefs[name]}
                    className="flex h-full flex-col rounded-lg border border-line bg-card px-4 py-3 text-ink no-underline hover:bg-sunken"
                  >
                    <span className={`font-semibold text-3xl ${grave.has(name) && count > 0 ? 'text-bad' : ''}`}>
                      {format.number(count)}
                    </span>
                    <span className="text-ink-2 text-sm">{t(`number.${name}`, { count })}</span>
                    <span className="mt-1 text-ink-3 text-xs">
                      {count > 0 ? <Beneath name={name} numbers={query.data.numbers} /> : null}
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
          <div className="grid grid-cols-[3fr_2fr] gap-6 max-lg:grid-cols-1">
            <DoNext items={query.data.next} />
            <StockToWatch />
          </div>
        </>
      ) : null}
    </>
  );
}
