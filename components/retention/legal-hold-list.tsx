'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { listQuery } from '#lib/contract/base/list-query';
import type { LegalHoldRow } from '#lib/contract/retention/retention';
import { holdsList } from '#lib/contract/retention/retention-lists';
import { HoldSubject } from './legal-hold-subject.tsx';
import { PagedTable } from './paged-table.tsx';

const ReleaseDialog = dynamic(() => import('./release-dialog.tsx').then((m) => m.ReleaseDialog), {
  ssr: false,
});

function Person({ who, at }: { readonly who: string; readonly at: string }) {
  return (
    <span className="block leading-tight">
      {who}
      <span className="block text-ink-3 text-xs">
        <Moment at={at} />
      </span>
    </span>
  );
}

/** The active legal holds, and the released ones: none is ever deleted. */
export function HoldList() {
  const t = useTranslations('retention');
  const [releasing, setReleasing] = useState<LegalHoldRow | null>(null);
  const query = useInfiniteQuery(listQuery(holdsList, {}));
  const columns = useMemo(
    (): readonly TableColumn<LegalHoldRow>[] => [
      {
        id: 'subject',
        label: t('column.subject'),
        rowHeader: true,
        cell: (hold) => <HoldSubject hold={hold} />,
      },
      {
        id: 'reason',
        label: t('column.reason'),
        cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span>,
      },
      {
        id: 'placed',
        label: t('column.placed'),
        width: 'md:w-40',
        cell: ({ placedBy, placedAt }) => <Person who={placedBy} at={placedAt} />,
      },
      {
        id: 'state',
        label: t('column.state'),
        width: 'md:w-52',
        cell: ({ released }) =>
          released === null ? (
            <Badge tone="warn" icon={Lock}>
              {t('held')}
            </Badge>
          ) : (
            <span className="block leading-tight">
              <Badge tone="neutral" icon={LockOpen}>
                {t('released')}
              </Badge>
              <span className="block text-ink-3 text-xs">
                {released.by} · <Moment at={released.at} />
              </span>
              <span className="wrap-anywhere block text-ink-2 text-xs">{released.reason}</span>
            </span>
          ),
      },
      {
        id: 'act',
        label: t('column.act'),
        width: 'md:w-32',
        cell: (hold) =>
          hold.released === null ? (
            <Button onPress={() => setReleasing(hold)}>
              {t('release')}
              <span className="sr-only">
                {' '}
                {t(`kind.${hold.kind}`)} {hold.subject ?? ''}
              </span>
            </Button>
          ) : null,
      },
    ],
    [t],
  );
  return (
    <>
      <PagedTable
        label={t('tab.holds')}
        query={query}
        columns={columns}
        idOf={({ id }) => id}
        textOf={({ kind, subject }) => `${kind} ${subject ?? ''}`}
        empty={{ title: t('noHolds'), advice: t('noHoldsAdvice') }}
      />
      {releasing === null ? null : <ReleaseDialog hold={releasing} onClose={() => setReleasing(null)} />}
    </>
  );
}
