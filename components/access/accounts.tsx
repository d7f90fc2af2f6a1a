'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useState } from 'react';
import { useAccountColumns } from '#components/access/account-columns';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import type { AccountRow } from '#lib/contract/access/access';
import { accountsAtOnce, accountsList } from '#lib/contract/access/accounts-list';
import { locationsQuery } from '#lib/contract/access/settings-queries';
import { listQuery } from '#lib/contract/base/list-query';

const InviteDialog = dynamic(() => import('#components/access/invite-dialog').then((m) => m.InviteDialog), {
  ssr: false,
});
const AccountDrawer = dynamic(() => import('#components/access/account-drawer').then((m) => m.AccountDrawer), {
  ssr: false,
});

/** Every account: its role, its permissions, and whether its person is signed in. */
export function Accounts() {
  const t = useTranslations('access');
  const list = useTranslations('list');
  const [openId, setOpen] = useQueryState('open', parseAsString.withOptions({ history: 'push' }));
  const [inviting, setInviting] = useState(false);
  const query = useInfiniteQuery(listQuery(accountsList, {}, { limit: accountsAtOnce }));
  const places = useQuery(locationsQuery).data?.items;
  const placeName = useCallback((id: string) => places?.find((place) => place.id === id)?.name ?? id, [places]);
  const columns = useAccountColumns(placeName);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.find((row) => row.id === openId);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p className="text-ink-2">{query.data ? t('people', { count: rows.length }) : ''}</p>
        <Button look="primary" className="ml-auto" onPress={() => setInviting(true)}>
          <UserPlus aria-hidden /> {t('invite')}
        </Button>
      </div>
      {body()}
      {inviting ? <InviteDialog places={places ?? []} onClose={() => setInviting(false)} /> : null}
      {open ? (
        <AccountDrawer key={open.id} row={open} places={places ?? []} onClose={() => void setOpen(null)} />
      ) : null}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} rows={6} />;
    if (query.isError && rows.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <>
        <DataTable<AccountRow>
          label={t('tab.accounts')}
          columns={columns}
          rows={rows}
          idOf={(row) => row.id}
          textOf={(row) => row.name}
          onOpen={(row) => void setOpen(row.id)}
          openId={openId}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
