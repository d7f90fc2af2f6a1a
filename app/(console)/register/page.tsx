import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { RegisterHome } from '#components/register/register-home';
import { currentAccount } from '#lib/auth/current-account';
import { substancesQuery } from '#lib/contract/register/register-queries';
import { registerParsers } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { registerSubstances } from '#lib/views/register/register';
import { FirstLoad } from '../first-load';

const readFilter = createLoader(registerParsers);

export async function generateMetadata() {
  const t = await getTranslations('register');
  return { title: t('title') };
}

export default async function RegisterPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'register.read')) return <ForbiddenScreen permission="register.read" />;
  const { location } = await readFilter(searchParams);
  return (
    <FirstLoad
      load={(queries) => [
        queries.query({
          ...substancesQuery(location),
          queryFn: () => registerSubstances(account, { location: location ?? undefined }),
        }),
      ]}
    >
      <RegisterHome />
    </FirstLoad>
  );
}
