import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenScreen } from '#components/access/forbidden';
import { Locations } from '#components/access/locations';
import { SettingsForm } from '#components/access/settings-form';
import { currentAccount } from '#lib/auth/current-account';
import { locationsQuery, settingsQuery } from '#lib/contract/access/settings-queries';
import { may } from '#lib/domain/access/permission';
import { getSettings, listLocations } from '#lib/views/access/settings';
import { FirstLoad } from '../first-load';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const account = await currentAccount();
  if (account === null) redirect('/sign-in');
  if (!may(account.scope, 'settings.manage')) return <ForbiddenScreen permission="settings.manage" />;
  const t = await getTranslations('settings');
  return (
    <FirstLoad
      load={(queries) => [
        queries.query({ ...settingsQuery, queryFn: () => getSettings(account) }),
        queries.query({ ...locationsQuery, queryFn: () => listLocations(account) }),
      ]}
    >
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('about')}</p>
      </div>
      <div className="flex max-w-180 flex-col gap-6">
        <SettingsForm />
        <Locations />
      </div>
    </FirstLoad>
  );
}
