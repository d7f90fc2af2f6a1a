'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { listQuery } from '#lib/contract/base/list-query';
import type { ProductRow } from '#lib/contract/directories/product';
import { productsList } from '#lib/contract/directories/products-list';
import { useProductColumns } from './product-columns.tsx';

const ProductDialog = dynamic(() => import('./product-dialog.tsx').then((m) => m.ProductDialog), {
  ssr: false,
});

/** The products that the directory knows; one opens to be corrected. */
export function ProductList() {
  const t = useTranslations('directories');
  const list = useTranslations('list');
  const query = useInfiniteQuery(listQuery(productsList, {}));
  const columns = useProductColumns();
  const [open, setOpen] = useState<ProductRow | 'new' | null>(null);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="products" className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <h2 id="products" className="font-semibold">
          {t('products')}
        </h2>
        <Button className="ml-auto" onPress={() => setOpen('new')}>
          {t('newProduct')}
        </Button>
      </div>
      {body()}
      {open === null ? null : (
        <ProductDialog product={open === 'new' ? null : open} code={null} onClose={() => setOpen(null)} />
      )}
    </section>
  );

  function body() {
    if (query.isPending) return <RowSkeleton rows={4} label={list('loading')} />;
    if (query.isError && rows.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (rows.length === 0)
      return <EmptyState kind="nothing-yet" title={t('noProducts')} advice={t('noProductsAdvice')} />;
    return (
      <>
        <DataTable
          label={t('products')}
          columns={columns}
          rows={rows}
          idOf={(row) => row.id}
          textOf={(row) => row.display ?? row.id}
          onOpen={setOpen}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
