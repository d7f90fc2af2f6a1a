import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ForbiddenScreen } from '#components/access/forbidden';
import { currentAccount } from '#lib/auth/current-account';
import type { ListDefinition } from '#lib/contract/base/list';
import { type AddressValues, askedOnScreen } from '#lib/contract/base/list-address';
import { listQuery } from '#lib/contract/base/list-query';
import { usualPage } from '#lib/contract/base/pages-query';
import type { Account } from '#lib/domain/access/account';
import { may } from '#lib/domain/access/permission';
import type { ListView } from '#lib/views/base/list-file';
import { FirstLoad } from './first-load';

/** The properties that Next passes to the page of a list. */
export type ListPageProps = { readonly searchParams: Promise<AddressValues> };

type Props<R, V, A, S extends string> = ListPageProps & {
  readonly list: ListDefinition<R, V, A, S>;
  readonly view: ListView<R, V, A, S>;
  readonly screen: (account: Account) => ReactNode;
  /** Rows at first, where they are not the usual number. */
  readonly limit?: number;
};

/** The page of a list: who may see it, and its first rows, asked for exactly as the browser asks for them. */
export async function ListPage<R, V, A, S extends string>({
  list,
  view,
  screen,
  searchParams,
  limit = usualPage,
}: Props<R, V, A, S>) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  const { permission } = list;
  if (permission !== null && !may(account.scope, permission)) return <ForbiddenScreen permission={permission} />;
  const asked = askedOnScreen(list, await searchParams);
  return (
    <FirstLoad
      load={(queries, requestId) => [
        queries.infiniteQuery({
          ...listQuery(list, asked, { limit }),
          queryFn: () => view(account, { ...asked, limit }, requestId),
        }),
      ]}
    >
      {screen(account)}
    </FirstLoad>
  );
}
