import { TriangleAlert } from 'lucide-react';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsIsoDate, type SearchParams } from 'nuqs/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { PrintRegister } from '#components/register/print-register';
import { RegisterSheet } from '#components/register/register-sheet';
import { Note } from '#components/ui/note';
import { currentAccount } from '#lib/auth/current-account';
import { registerParsers } from '#lib/contract/stock/pharmacy-filter';
import { may } from '#lib/domain/access/permission';
import { periodInstants } from '#lib/i18n/period';
import { registerPeriod } from '#lib/views/register/register-period';

export async function generateMetadata() {
  const t = await getTranslations('register.paper');
  return { title: t('title') };
}

type Props = { readonly params: Promise<{ readonly substance: string }>; readonly searchParams: Promise<SearchParams> };

const readPeriod = createLoader({ from: parseAsIsoDate, to: parseAsIsoDate, ...registerParsers });
const dayOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? '';

export default async function RegisterPrintPage({ params, searchParams }: Props) {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'register.read')) return <ForbiddenScreen permission="register.read" />;
  const substance = decodeURIComponent((await params).substance);
  const period = await readPeriod(searchParams);
  const [from, to] = [dayOf(period.from), dayOf(period.to)];
  const requestId = (await headers()).get('x-request-id') ?? crypto.randomUUID();
  const location = period.location ?? undefined;
  const filter = { substance, location, ...periodInstants(from, to, account.timeZone) };
  const [t, { rows, complete }] = await Promise.all([
    getTranslations('register'),
    registerPeriod(account, filter, requestId),
  ]);
  const title = rows.find(({ display }) => display !== null)?.display ?? substance;
  return (
    <div className="flex flex-col gap-4">
      <h1 className="no-print font-semibold text-xl tracking-tight">{t('title')}</h1>
      <PrintRegister substance={substance} location={period.location} />
      {complete ? null : (
        <Note tone="warn" icon={TriangleAlert}>
          {t('paper.incomplete', { count: rows.length })}
        </Note>
      )}
      <RegisterSheet
        {...{ title, from, to, rows }}
        clinic={account.tenantName}
        zone={account.timeZone}
        by={account.name}
      />
    </div>
  );
}
