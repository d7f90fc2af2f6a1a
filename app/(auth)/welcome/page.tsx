import { getTranslations } from 'next-intl/server';
import { Welcome } from '#components/account/welcome';
import { WithQueries } from '#components/account/with-queries';
import { Mark } from '#components/shell/mark';

export async function generateMetadata() {
  const t = await getTranslations('welcome');
  return { title: t('standing.looking') };
}

export default function WelcomePage() {
  return (
    <WithQueries>
      <Welcome mark={<Mark />} />
    </WithQueries>
  );
}
