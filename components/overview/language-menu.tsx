'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Globe } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { MenuButton } from '#components/ui/menu-button';
import { languages, locales, readLocale } from '#lib/domain/base/locale';
import { chooseLocale } from '#lib/i18n/choose-locale';

/** `QueryClient` data holds words of the server too, so everything is fetched again. */
export function LanguageMenu() {
  const t = useTranslations('shell');
  const locale = readLocale(useLocale());
  const router = useRouter();
  const queries = useQueryClient();
  const [changing, change] = useTransition();
  return (
    <MenuButton
      look="quiet"
      className="px-2 max-sm:w-8 max-sm:justify-center"
      label={t('language')}
      name={`${t('language')}: ${languages[locale].name}`}
      atEnd
      isDisabled={changing}
      choices={locales.map((id) => ({ id, label: languages[id].name }))}
      chosen={locale}
      onChoose={(id) =>
        change(async () => {
          await chooseLocale(id);
          router.refresh();
          await queries.invalidateQueries();
        })
      }
    >
      <Globe aria-hidden /> <span className="max-sm:hidden">{languages[locale].name}</span>
    </MenuButton>
  );
}
