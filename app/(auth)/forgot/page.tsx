import { getTranslations } from 'next-intl/server';
import { ForgotForm } from '#components/access/forgot-form';
import { WithQueries } from '#components/access/with-queries';
import { Mark } from '#components/overview/mark';

export async function generateMetadata() {
  const t = await getTranslations('forgot');
  return { title: t('title') };
}

export default function ForgotPage() {
  return (
    <WithQueries>
      <ForgotForm mark={<Mark />} />
    </WithQueries>
  );
}
