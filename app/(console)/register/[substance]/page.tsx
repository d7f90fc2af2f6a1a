import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, type SearchParams } from 'nuqs/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { RegisterBook } from '#components/register/register-book';
import { currentAccount } from '#lib/auth/current-account';
import { substancesQuery } from '#lib/contract/register/register-queries';
import { registerParsers } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { registerSubstances } from '#lib/views/register/register';
import { FirstLoad } from '../../first-load';

export async function generateMetadata() {
  const t = await getTranslations('register');
  return { title: t('title') };
}

const readFilter = createLoader(registerParsers);

type Props = {
  readonly params: Promise<{ readonly substance: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export default async function RegisterBookPage({ params, searchParams }: Props) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'register.read')) return <ForbiddenScreen permission="register.read" />;
  const { location } = await readFilter(searchParams);
  const substance = decodeURIComponent((await params).substance);
  return (
    <FirstLoad
      load={(queries) => [
        queries.query({
          ...substancesQuery(location),
          queryFn: () => registerSubstances(account, { location: location ?? undefined }),
        }),
      ]}
    >
      <RegisterBook substance={substance} zone={account.timeZone} inCharge={may(account.scope, 'register.correct')} />
    </FirstLoad>
  );
}
