'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { type DirectoryKind, namelessQuery } from '#lib/contract/directories/directory-queries';
import { patientHref } from '#lib/contract/patients/patient-queries';
import { systemOfId } from '#lib/i18n/system-name';

const ProductDialog = dynamic(() => import('./product-dialog.tsx').then((m) => m.ProductDialog), {
  ssr: false,
});

/** Entries that screens still show as a bare code or id, because neither a source nor the directory names them. */
export function Nameless({ kind }: { readonly kind: DirectoryKind }) {
  const t = useTranslations('directories');
  const list = useTranslations('list');
  const query = useQuery(namelessQuery(kind));
  const [naming, setNaming] = useState<string | null>(null);
  if (query.isPending) return <RowSkeleton rows={4} label={list('loading')} />;
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0)
    return <EmptyState kind="nothing-yet" title={t(`allNamed.${kind}`)} advice={t(`allNamedAdvice.${kind}`)} />;
  return (
    <section aria-labelledby={`nameless-${kind}`} className="rounded-lg border border-line bg-card">
      <h2 id={`nameless-${kind}`} className="px-6 pt-4 font-semibold max-md:px-4">
        {t(`nameless.${kind}`, { count: items.length })}
      </h2>
      <ul className="divide-y divide-line">
        {items.map(({ id }) => {
          const bare = id.slice(id.indexOf(':') + 1);
          return (
            <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-6 gap-y-1 px-6 py-1.5 max-md:px-4">
              <span className="w-36 text-ink-2 text-sm">{systemOfId(id)}</span>
              <code className="min-w-0 flex-1 basis-40 break-all">{bare}</code>
              {kind === 'patients' ? (
                <Link href={patientHref(id)} className="inline-flex min-h-6 items-center text-sm">
                  {t('openPatient')} <span className="sr-only">{bare}</span>
                </Link>
              ) : (
                <Button onPress={() => setNaming(id)}>
                  {t('name')} <span className="sr-only">{bare}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {naming === null ? null : <ProductDialog product={null} code={naming} onClose={() => setNaming(null)} />}
    </section>
  );
}
