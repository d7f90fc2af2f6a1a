import { getTranslations } from 'next-intl/server';
import { Welcome } from '#components/access/welcome';
import { WithQueries } from '#components/access/with-queries';
import { Mark } from '#components/overview/mark';

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
