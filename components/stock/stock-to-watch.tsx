'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { listQuery } from '#lib/contract/base/list-query';
import { stockItemsList } from '#lib/contract/stock/stock-items-list';
import { Product } from './product.tsx';
import { StockBar } from './stock-bar.tsx';
import { Cover } from './stock-cover.tsx';

const most = 6;

/** The stock items below their reorder point, as many as an eye takes in; the rest is a link away. */
export function StockToWatch() {
  const t = useTranslations('pharmacy.today');
  const query = useInfiniteQuery(listQuery(stockItemsList, { show: 'below' }));
  const rows = query.data?.pages[0]?.items ?? [];
  return (
    <section aria-labelledby="stock-to-watch" className="min-w-0">
      <h2 id="stock-to-watch" className="mb-2 font-semibold">
        {t('watch')}
      </h2>
      {rows.length === 0 ? (
        <p className="rounded-lg border border-line border-dashed bg-card p-6 text-center text-ink-2">{t('enough')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {rows.slice(0, most).map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2.5">
              <Link
                prefetch={false}
                href={`/stock?show=below&open=${encodeURIComponent(row.id)}`}
                className="min-w-32 flex-1 basis-32 text-ink no-underline hover:underline"
              >
                <Product product={row.product} />
              </Link>
              <span className="min-w-0 flex-1 basis-32">
                <StockBar stock={row.stock} known={row.known} />
              </span>
              <span className="text-sm">
                <Cover row={row} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
