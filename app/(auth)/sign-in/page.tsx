import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '#components/overview/sign-in-form';
import { currentAccount } from '#lib/auth/current-account';

export async function generateMetadata() {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

type Search = { readonly error?: string; readonly other?: string };

export default async function SignInPage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  const { error, other } = await searchParams;
  if (other === undefined && (await currentAccount()) !== null) redirect('/');
  return <SignInForm fault={error ?? null} />;
}
