'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import { listQuery } from '#lib/contract/base/list-query';
import { encountersAtOnce, encountersList } from '#lib/contract/connections/encounters-list';

const ImportDrawer = dynamic(() => import('#components/directories/import-drawer').then((m) => m.ImportDrawer), {
  ssr: false,
});

/** The clinic's own encounters that prescriptions were attached to, newest first; and the file that attaches many. */
export function EncounterList() {
  const t = useTranslations('downstream.encounters');
  const list = useTranslations('list');
  const query = useInfiniteQuery(listQuery(encountersList, {}, { limit: encountersAtOnce }));
  const [importing, setImporting] = useState(false);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="encounters" className="mt-8 flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h2 id="encounters" className="font-semibold text-lg">
          {t('title')}
        </h2>
        <p className="text-ink-3">{t('advice')}</p>
        <Button className="no-print ml-auto" onPress={() => setImporting(true)}>
          <Upload aria-hidden /> {t('import')}
        </Button>
      </div>
      {query.isPending ? (
        <RowSkeleton rows={2} label={list('loading')} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <p className="rounded-lg border border-line border-dashed bg-card px-6 py-6 text-center text-ink-2">
          {t('nothing')}
        </p>
      ) : (
        <ul aria-label={t('title')} className="divide-y divide-line rounded-lg border border-line bg-card">
          {rows.map((row) => (
            <li key={row.seq} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <Link href={`/prescriptions/${encodeURIComponent(row.prescriptionId)}`}>
                <code className="break-all">{row.code ?? row.prescriptionId}</code>
              </Link>
              {row.encounterId === null ? (
                <span className="text-ink-3">{t('takenBack')}</span>
              ) : (
                <code className="break-all font-semibold">{row.encounterId}</code>
              )}
              <span className="ml-auto text-ink-3 text-sm">
                {row.by} · <Moment at={row.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <Button className="self-center" onPress={() => void query.fetchNextPage()}>
          {list('more')}
        </Button>
      ) : null}
      {importing ? <ImportDrawer kind="encounters" onClose={() => setImporting(false)} /> : null}
    </section>
  );
}
