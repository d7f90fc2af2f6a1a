import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RegisterHome } from '#components/register/register-home';
import { currentAccount } from '#lib/auth/current-account';
import { may } from '#lib/domain/permission';
import { substancesQuery } from '#lib/queries/register-queries';
import { registerSubstances } from '#lib/views/register';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('register');
  return { title: t('title') };
}

export default async function RegisterPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'register.read')) redirect('/');
  return (
    <FirstLoad
      load={(queries) => [queries.query({ ...substancesQuery(), queryFn: () => registerSubstances(account, {}) })]}
    >
      <RegisterHome />
    </FirstLoad>
  );
}
