import { getTranslations } from 'next-intl/server';

export default async function NotFound() {
  const t = await getTranslations('failure');
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-2 p-6 text-center">
      <h1 className="font-semibold text-xl">{t('missingTitle')}</h1>
      <p className="text-ink-2">{t('missingAdvice')}</p>
      <a href="/" className="mt-2 text-brand">
        {t('home')}
      </a>
    </main>
  );
}
