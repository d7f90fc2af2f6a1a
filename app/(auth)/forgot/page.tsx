import { getTranslations } from 'next-intl/server';
import { ForgotForm } from '#components/account/forgot-form';
import { WithQueries } from '#components/account/with-queries';
import { Mark } from '#components/shell/mark';

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
